/** A namespace with what the tests need beside the shipped configuration. */
export function testConfiguration() {
  const queue = (Name, Properties = {}) => ({ Name, Properties });
  const sql = (SqlExpression) => [{ Name: 'rule', Properties: { FilterType: 'Sql', SqlFilter: { SqlExpression } } }];
  return {
    UserConfig: {
      Namespaces: [
        {
          Name: 'sbemulatorns',
          Queues: [
            queue('plain'),
            queue('second'),
            queue('impatient', { LockDuration: 'PT2S', MaxDeliveryCount: 10 }),
            queue('strict', { MaxDeliveryCount: 3 }),
            queue('mortal', { DeadLetteringOnMessageExpiration: true }),
            queue('unique', { RequiresDuplicateDetection: true, DuplicateDetectionHistoryTimeWindow: 'PT10M' }),
          ],
          Topics: [
            {
              Name: 'news',
              Subscriptions: [
                { Name: 'all' },
                { Name: 'local', Rules: sql("sys.Label = 'local' AND user.region IN ('north', 'south') AND draft IS NULL") },
              ],
            },
          ],
        },
      ],
    },
  };
}
