// What happens to blobs of the data account, as events. The subscription to it is in events.bicep, which needs the code to be in place.

@description('Region.')
param location string

@description('Tags of every resource.')
param tags { *: string }

@description('Name of the system topic.')
param name string

@description('Resource id of the account of the reports.')
param dataAccountId string

@description('Account that takes events that could not be delivered.')
param hostAccountName string

var blobContributor = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'ba92f5b4-2d11-453d-a403-e96b0029c9fe')

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' = {
  name: name
  location: location
  tags: tags
  identity: { type: 'SystemAssigned' }
  properties: {
    source: dataAccountId
    topicType: 'Microsoft.Storage.StorageAccounts'
  }
}

resource host 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: hostAccountName

  resource blobs 'blobServices' existing = {
    name: 'default'

    resource deadEvents 'containers' existing = { name: 'dead-events' }
  }
}

resource deadLetters 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: host::blobs::deadEvents
  name: guid(blobContributor, host::blobs::deadEvents.id, topic.id)
  properties: {
    principalId: topic.identity.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: blobContributor
    description: 'EventGrid: events that could not be delivered are written here.'
  }
}

output id string = topic.id
output name string = topic.name
