// Who is told of what. Metrics named dtpipeline.* are emitted by the meter DtPipeline in src/DtPipeline.Azure; what to do about each alarm
// is in docs/runbook.md under its name.

@description('Region.')
param location string

@description('Tags of every resource.')
param tags { *: string }

@description('End of every name.')
param suffix string

@description('Who is told.')
param emails string[]

@description('Log Analytics workspace that is asked.')
param workspaceId string

@description('Resource id of the account of the reports.')
param dataAccountId string

@description('Resource id of the account of the Functions runtime.')
param hostAccountId string

@description('Resource id of the Service Bus namespace.')
param serviceBusId string

@description('Resource id of the system topic of Event Grid.')
param systemTopicId string

@description('Days of the month, in Vietnam, on which some report is expected unless they are a Saturday or Sunday.')
param reportingDays int[]

// Each query answers with rows only where something is wrong.
var logAlarms = [
  {
    name: 'poison'
    description: 'A report failed five times in the blob trigger and its event lies in the poison queue. The sweeper goes on trying; its receipt is missing.'
    severity: 1
    every: 'PT15M'
    over: 'PT15M'
    query: 'StorageQueueLogs | where OperationName == "PutMessage" and Uri has "webjobs-blobtrigger-poison"'
  }
  {
    name: 'failed-runs'
    description: 'More than three functions failed within a quarter of an hour.'
    severity: 2
    every: 'PT15M'
    over: 'PT15M'
    // A timer, report or message that fails is no request: the worker says so of each call by itself. Of HTTP calls the host does, too.
    query: 'union AppDependencies, AppRequests | where Success == false and (Name startswith "function " or (Type == "AppRequests" and ResultCode startswith "5")) | summarize Failed = dcount(OperationId) | where Failed > 3'
  }
  {
    name: 'backlog'
    description: 'Work begun has been waiting to be finished for half an hour, through six sweeps.'
    severity: 2
    every: 'PT15M'
    over: 'PT30M'
    query: 'AppMetrics | where Name == "dtpipeline.pending" | summarize Least = min(Min) | where Least > 0'
  }
  {
    name: 'outbox-age'
    description: 'An alert has been waiting to be sent for more than a quarter of an hour: Service Bus is away or refuses it.'
    severity: 1
    every: 'PT5M'
    over: 'PT15M'
    query: 'AppMetrics | where Name == "dtpipeline.outbox.age" | summarize Seconds = max(Max) | where Seconds > 900'
  }
  {
    name: 'mail-age'
    description: 'A mail has been waiting for more than four hours: the mail server is away, or does not take it.'
    severity: 2
    every: 'PT15M'
    over: 'PT15M'
    query: 'AppMetrics | where Name == "dtpipeline.mail.age" | summarize Seconds = max(Max) | where Seconds > 14400'
  }
  {
    name: 'no-report'
    description: 'A day on which reports are expected, and not one was taken in by four in the afternoon.'
    severity: 2
    every: 'PT1H'
    over: 'P1D'
    query: 'let here = now() + 7h; AppMetrics | where Name == "dtpipeline.files" and TimeGenerated + 7h >= startofday(here) | summarize Files = coalesce(sum(Sum), 0.0) | where Files == 0 and hourofday(here) >= 16 and dayofweek(here) !in (0d, 6d) and dayofmonth(here) in (dynamic(${string(reportingDays)}))'
  }
  {
    name: 'silent'
    description: 'The function app has measured nothing for half an hour: it does not run, or cannot reach Application Insights.'
    severity: 1
    every: 'PT15M'
    over: 'PT30M'
    query: 'AppMetrics | where Name == "dtpipeline.pending" | count | where Count == 0'
  }
  {
    name: 'log-cap'
    description: 'The daily cap of logs is reached: until midnight UTC nothing more is taken, and the alarms above are blind.'
    severity: 2
    every: 'PT1H'
    over: 'PT1H'
    query: '_LogOperation | where Category =~ "Ingestion" and Detail contains "OverQuota"'
  }
]

var throttled = ['ClientThrottlingError', 'ClientAccountRequestThrottlingError', 'ClientAccountBandwidthThrottlingError', 'ServerBusyError']

var metricAlarms = [
  {
    name: 'dead-letters'
    description: 'Alerts that could not be delivered lie in the dead-letter queue of the topic.'
    severity: 1
    target: serviceBusId
    metric: 'DeadletteredMessages'
    aggregation: 'Maximum'
    operator: 'GreaterThan'
    threshold: 0
    dimensions: []
  }
  {
    name: 'dead-events'
    description: 'Event Grid gave up on events of new reports. The sweeper finds the reports; the webhook wants looking at.'
    severity: 2
    target: systemTopicId
    metric: 'DeadLetteredCount'
    aggregation: 'Total'
    operator: 'GreaterThan'
    threshold: 0
    dimensions: []
  }
  {
    name: 'data-throttled'
    description: 'Storage refuses calls for reports, receipts and tables because there are too many.'
    severity: 2
    target: dataAccountId
    metric: 'Transactions'
    aggregation: 'Total'
    operator: 'GreaterThan'
    threshold: 10
    dimensions: [{ name: 'ResponseType', operator: 'Include', values: throttled }]
  }
  {
    name: 'host-throttled'
    description: 'Storage refuses calls of the Functions runtime because there are too many.'
    severity: 2
    target: hostAccountId
    metric: 'Transactions'
    aggregation: 'Total'
    operator: 'GreaterThan'
    threshold: 10
    dimensions: [{ name: 'ResponseType', operator: 'Include', values: throttled }]
  }
  {
    name: 'data-unavailable'
    description: 'Storage for reports, receipts and tables answers fewer than 99 of 100 calls.'
    severity: 1
    target: dataAccountId
    metric: 'Availability'
    aggregation: 'Average'
    operator: 'LessThan'
    threshold: 99
    dimensions: []
  }
]

resource told 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'ag-dtpipeline-${suffix}'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'dtpipeline'
    enabled: true
    emailReceivers: [for email in emails: { name: email, emailAddress: email, useCommonAlertSchema: true }]
  }
}

resource fromLogs 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for alarm in logAlarms: {
    name: 'dtpipeline-${alarm.name}-${suffix}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: 'dtpipeline ${alarm.name}'
      description: alarm.description
      severity: alarm.severity
      enabled: true
      scopes: [workspaceId]
      evaluationFrequency: alarm.every
      windowSize: alarm.over
      // The tables come into being with their first rows.
      skipQueryValidation: true
      autoMitigate: true
      criteria: {
        allOf: [
          {
            query: alarm.query
            timeAggregation: 'Count'
            operator: 'GreaterThan'
            threshold: 0
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
          }
        ]
      }
      actions: { actionGroups: [told.id] }
    }
  }
]

resource fromMetrics 'Microsoft.Insights/metricAlerts@2018-03-01' = [
  for alarm in metricAlarms: {
    name: 'dtpipeline-${alarm.name}-${suffix}'
    location: 'global'
    tags: tags
    properties: {
      description: alarm.description
      severity: alarm.severity
      enabled: true
      scopes: [alarm.target]
      evaluationFrequency: 'PT5M'
      windowSize: 'PT15M'
      autoMitigate: true
      criteria: {
        'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
        allOf: [
          {
            name: alarm.name
            criterionType: 'StaticThresholdCriterion'
            metricName: alarm.metric
            timeAggregation: alarm.aggregation
            operator: alarm.operator
            threshold: alarm.threshold
            dimensions: alarm.dimensions
          }
        ]
      }
      actions: [{ actionGroupId: told.id }]
    }
  }
]
