// The topic of alerts, for all of them and for the red ones.

@description('Region.')
param location string

@description('Tags of every resource.')
param tags { *: string }

@description('Name of the namespace.')
param name string

@description('Standard or Premium.')
param sku string

resource namespace 'Microsoft.ServiceBus/namespaces@2024-01-01' = {
  name: name
  location: location
  tags: tags
  sku: { name: sku, tier: sku, capacity: sku == 'Premium' ? 1 : null }
  properties: {
    disableLocalAuth: true
    minimumTlsVersion: '1.2'
    // Standard has no private endpoint: tokens alone guard it.
    publicNetworkAccess: sku == 'Premium' ? 'Disabled' : 'Enabled'
  }
}

resource alerts 'Microsoft.ServiceBus/namespaces/topics@2024-01-01' = {
  parent: namespace
  name: 'alerts'
  properties: {
    // A sender that crashed between sending and noting it sends again with the same message id. Fixed when the topic is made.
    requiresDuplicateDetection: true
    duplicateDetectionHistoryTimeWindow: 'PT10M'
    defaultMessageTimeToLive: 'P14D'
    maxSizeInMegabytes: 1024
  }
}

resource secretariat 'Microsoft.ServiceBus/namespaces/topics/subscriptions@2024-01-01' = {
  parent: alerts
  name: 'secretariat'
  properties: {
    lockDuration: 'PT1M'
    maxDeliveryCount: 10
    deadLetteringOnMessageExpiration: true
  }
}

// For a duty phone or a chat: nothing of ours reads it, and what nobody fetches in a week expires.
resource urgent 'Microsoft.ServiceBus/namespaces/topics/subscriptions@2024-01-01' = {
  parent: alerts
  name: 'secretariat-urgent'
  properties: {
    lockDuration: 'PT1M'
    maxDeliveryCount: 10
    defaultMessageTimeToLive: 'P7D'
    deadLetteringOnMessageExpiration: false
  }
}

// Azure gives a new subscription the rule $Default, which lets everything through: only a rule of that name replaces it.
resource red 'Microsoft.ServiceBus/namespaces/topics/subscriptions/rules@2024-01-01' = {
  parent: urgent
  name: '$Default'
  properties: {
    filterType: 'CorrelationFilter'
    correlationFilter: { properties: { severity: 'red' } }
  }
}

output namespaceId string = namespace.id
output host string = '${namespace.name}.servicebus.windows.net'
