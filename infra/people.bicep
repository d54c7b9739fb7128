// What two groups of people may do. Owners of the subscription have no right to data by being owners.

@description('Account of the reports.')
param dataAccountName string

@description('Account of the Functions runtime.')
param hostAccountName string

@description('Service Bus namespace.')
param serviceBusName string

@description('Entra group of the secretariat. Empty: none.')
// A secretariat is no secret.
#disable-next-line secure-secrets-in-params
param secretariatGroupId string

@description('Entra group of the operators. Empty: none.')
param operatorsGroupId string

@description('Entra group of those who may erase a file, each time with the approval of another person. Empty: nobody.')
param erasersGroupId string

var blobReader = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1')
var blobContributor = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'ba92f5b4-2d11-453d-a403-e96b0029c9fe')
var queueContributor = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '974c5e8b-45b9-4653-ba55-5f855dd0fb88')
var tableContributor = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3')
var busSender = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '69a216fc-b8fb-44d8-bc22-1f3c2cd27a39')
var busReceiver = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0')

var nothingIsDeletedInTheArchive = '''
((!(ActionMatches{'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/delete'})) OR (@Resource[Microsoft.Storage/storageAccounts/blobServices/containers:name] StringNotEquals 'archive'))
'''

resource data 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: dataAccountName
}

resource host 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: hostAccountName

  resource blobs 'blobServices' existing = {
    name: 'default'

    resource deadEvents 'containers' existing = { name: 'dead-events' }
  }
}

resource alerts 'Microsoft.ServiceBus/namespaces/topics@2024-01-01' existing = {
  name: '${serviceBusName}/alerts'

  resource urgent 'subscriptions' existing = { name: 'secretariat-urgent' }
}

resource secretariatReads 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(secretariatGroupId)) {
  scope: data
  name: guid(blobReader, data.id, secretariatGroupId)
  properties: {
    principalId: secretariatGroupId
    principalType: 'Group'
    roleDefinitionId: blobReader
    description: 'Secretariat: reads reports, receipts and published figures.'
  }
}

resource secretariatIsTold 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(secretariatGroupId)) {
  scope: alerts::urgent
  name: guid(busReceiver, alerts::urgent.id, secretariatGroupId)
  properties: {
    principalId: secretariatGroupId
    principalType: 'Group'
    roleDefinitionId: busReceiver
    description: 'Secretariat: receives red alerts where it likes.'
  }
}

resource operatorsBlobs 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(operatorsGroupId)) {
  scope: data
  name: guid(blobContributor, data.id, operatorsGroupId)
  properties: {
    principalId: operatorsGroupId
    principalType: 'Group'
    roleDefinitionId: blobContributor
    condition: nothingIsDeletedInTheArchive
    conditionVersion: '2.0'
    description: 'Operators: put the catalogue in place, export, import.'
  }
}

resource operatorsTables 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(operatorsGroupId)) {
  scope: data
  name: guid(tableContributor, data.id, operatorsGroupId)
  properties: {
    principalId: operatorsGroupId
    principalType: 'Group'
    roleDefinitionId: tableContributor
    description: 'Operators: rebuild the tables from the archive.'
  }
}

resource operatorsPoison 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(operatorsGroupId)) {
  scope: data
  name: guid(queueContributor, data.id, operatorsGroupId)
  properties: {
    principalId: operatorsGroupId
    principalType: 'Group'
    roleDefinitionId: queueContributor
    description: 'Operators: look at the poison queue and clear it.'
  }
}

resource operatorsDeadEvents 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(operatorsGroupId)) {
  scope: host::blobs::deadEvents
  name: guid(blobReader, host::blobs::deadEvents.id, operatorsGroupId)
  properties: {
    principalId: operatorsGroupId
    principalType: 'Group'
    roleDefinitionId: blobReader
    description: 'Operators: read events that were not delivered.'
  }
}

resource operatorsReceive 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(operatorsGroupId)) {
  scope: alerts
  name: guid(busReceiver, alerts.id, operatorsGroupId)
  properties: {
    principalId: operatorsGroupId
    principalType: 'Group'
    roleDefinitionId: busReceiver
    description: 'Operators: look at dead letters and take them out.'
  }
}

resource operatorsSend 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(operatorsGroupId)) {
  scope: alerts
  name: guid(busSender, alerts.id, operatorsGroupId)
  properties: {
    principalId: operatorsGroupId
    principalType: 'Group'
    roleDefinitionId: busSender
    description: 'Operators: send dead letters again.'
  }
}

// Lifts the rule of the archive and deletes in it. Nobody has the role for good: it is activated for an hour, and somebody else approves
// (docs/runbook.md says where approval is switched on: it is a setting of Entra and no resource).
resource eraser 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {
  name: guid(resourceGroup().id, 'eraser')
  properties: {
    // Unique in the whole tenant.
    roleName: 'DtPipeline eraser (${resourceGroup().name}-${take(uniqueString(resourceGroup().id), 6)})'
    description: 'Erases files that must not be there, with their versions, also in the archive.'
    type: 'CustomRole'
    assignableScopes: [resourceGroup().id]
    permissions: [
      {
        actions: [
          'Microsoft.Storage/storageAccounts/blobServices/containers/read'
          'Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies/read'
          'Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies/write'
          'Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies/delete'
        ]
        dataActions: [
          'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read'
          'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/write'
          'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/add/action'
          'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/delete'
          'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/deleteBlobVersion/action'
          'Microsoft.Storage/storageAccounts/tableServices/tables/entities/read'
          'Microsoft.Storage/storageAccounts/tableServices/tables/entities/write'
          'Microsoft.Storage/storageAccounts/tableServices/tables/entities/add/action'
          'Microsoft.Storage/storageAccounts/tableServices/tables/entities/update/action'
          'Microsoft.Storage/storageAccounts/tableServices/tables/entities/delete'
        ]
      }
    ]
  }
}

resource mayErase 'Microsoft.Authorization/roleEligibilityScheduleRequests@2020-10-01' = if (!empty(erasersGroupId)) {
  scope: data
  name: guid(eraser.id, data.id, erasersGroupId)
  properties: {
    principalId: erasersGroupId
    roleDefinitionId: eraser.id
    // Makes it where there is none, and leaves it where there is.
    requestType: 'AdminUpdate'
    scheduleInfo: { expiration: { type: 'NoExpiration' } }
    justification: 'Erasers: erase a file that must not be there, when somebody else approves.'
  }
}
