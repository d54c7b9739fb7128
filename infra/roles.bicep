// What the function app may do, connection by connection: each description begins with the setting whose connection needs the role.
// Built-in roles, at the narrowest scope that works.

@description('Object id of the identity of the function app.')
param principalId string

@description('Account of the reports.')
param dataAccountName string

@description('Account of the Functions runtime.')
param hostAccountName string

@description('Service Bus namespace.')
param serviceBusName string

@description('Application Insights.')
param applicationInsightsName string

var tableNames = ['Ledger', 'Obligations', 'Tasks', 'Alerts', 'Pending']

var roles = {
  blobOwner: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b')
  blobContributor: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'ba92f5b4-2d11-453d-a403-e96b0029c9fe')
  blobReader: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1')
  blobDelegator: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'db58b8e5-c6ad-4a2a-8342-4190687cbf4a')
  queueContributor: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '974c5e8b-45b9-4653-ba55-5f855dd0fb88')
  tableContributor: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3')
  busSender: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '69a216fc-b8fb-44d8-bc22-1f3c2cd27a39')
  busReceiver: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0')
  metricsPublisher: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '3913510d-42f4-4e42-8a64-420c390055eb')
}

var nothingIsDeletedInTheArchive = '''
((!(ActionMatches{'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/delete'})) OR (@Resource[Microsoft.Storage/storageAccounts/blobServices/containers:name] StringNotEquals 'archive'))
'''

resource host 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: hostAccountName
}

resource data 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: dataAccountName

  resource blobs 'blobServices' existing = {
    name: 'default'

    resource reports 'containers' existing = { name: 'reports' }
    resource archive 'containers' existing = { name: 'archive' }
    resource receipts 'containers' existing = { name: 'receipts' }
    resource published 'containers' existing = { name: 'published' }
    resource catalogue 'containers' existing = { name: 'catalogue' }
  }
}

resource tables 'Microsoft.Storage/storageAccounts/tableServices/tables@2025-06-01' existing = [
  for name in tableNames: {
    name: '${dataAccountName}/default/${name}'
  }
]

resource alerts 'Microsoft.ServiceBus/namespaces/topics@2024-01-01' existing = {
  name: '${serviceBusName}/alerts'

  resource secretariat 'subscriptions' existing = { name: 'secretariat' }
}

resource applicationInsights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: applicationInsightsName
}

resource hostBlobs 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: host
  name: guid(roles.blobOwner, host.id, principalId)
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: roles.blobOwner
    description: 'AzureWebJobsStorage: the host keeps leases, keys and packages, and makes its containers.'
  }
}

resource hostQueues 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: host
  name: guid(roles.queueContributor, host.id, principalId)
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: roles.queueContributor
    description: 'AzureWebJobsStorage: the blob trigger keeps received events in a queue that it makes.'
  }
}

resource hostTables 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: host
  name: guid(roles.tableContributor, host.id, principalId)
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: roles.tableContributor
    description: 'AzureWebJobsStorage: the host writes its diagnostic events into a table.'
  }
}

resource watchesReports 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: data::blobs::reports
  name: guid(roles.blobOwner, data::blobs::reports.id, principalId)
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: roles.blobOwner
    description: 'Reporting: the blob trigger demands the owner role on what it watches; pulled reports are written here.'
  }
}

resource givesUploads 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: data
  name: guid(roles.blobDelegator, data.id, principalId)
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: roles.blobDelegator
    description: 'Reporting: the app signs addresses with which one report is written, and no further than its own right to the reports goes.'
  }
}

resource keepsPoison 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: data
  name: guid(roles.queueContributor, data.id, principalId)
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: roles.queueContributor
    description: 'Reporting: the blob trigger puts what failed five times into a poison queue that it makes.'
  }
}

resource writesArchive 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: data::blobs::archive
  name: guid(roles.blobContributor, data::blobs::archive.id, principalId)
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: roles.blobContributor
    // Deleting is refused here, changing by the immutability policy of the container.
    condition: nothingIsDeletedInTheArchive
    conditionVersion: '2.0'
    description: 'Reporting: every received byte and delivered alert is written here once, and read by replays.'
  }
}

resource writesReceipts 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: data::blobs::receipts
  name: guid(roles.blobContributor, data::blobs::receipts.id, principalId)
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: roles.blobContributor
    description: 'Reporting: receipts are written, replaced and, where a workbook has no faults any more, deleted.'
  }
}

resource writesPublished 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: data::blobs::published
  name: guid(roles.blobContributor, data::blobs::published.id, principalId)
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: roles.blobContributor
    description: 'Reporting: figures of a period are published again after every change.'
  }
}

resource readsCatalogue 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: data::blobs::catalogue
  name: guid(roles.blobReader, data::blobs::catalogue.id, principalId)
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: roles.blobReader
    description: 'Reporting: the catalogue is read at start; people write it.'
  }
}

resource writesTables 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (name, i) in tableNames: {
    scope: tables[i]
    name: guid(roles.tableContributor, tables[i].id, principalId)
    properties: {
      principalId: principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: roles.tableContributor
      description: 'Reporting: the tables of the pipeline, each by itself.'
    }
  }
]

resource sendsAlerts 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: alerts
  name: guid(roles.busSender, alerts.id, principalId)
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: roles.busSender
    description: 'ServiceBus: alerts of the outbox are sent to the topic.'
  }
}

resource receivesAlerts 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: alerts::secretariat
  name: guid(roles.busReceiver, alerts::secretariat.id, principalId)
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: roles.busReceiver
    description: 'ServiceBus: the trigger delivers alerts from the subscription of the secretariat.'
  }
}

resource sendsTelemetry 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: applicationInsights
  name: guid(roles.metricsPublisher, applicationInsights.id, principalId)
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: roles.metricsPublisher
    description: 'APPLICATIONINSIGHTS_CONNECTION_STRING: telemetry is taken from whom has this role alone.'
  }
}
