// Each organisation in its own folder: reports/{organisation}/ to write and read, receipts/{organisation}/ to read.

@description('Account of the reports.')
param dataAccountName string

@description('Whose group may use which folder.')
param localities localityType[]

@export()
@description('An organisation that delivers by the accounts of its own staff.')
type localityType = {
  @description('Code of catalogue/organisations.csv, for example P63-01.')
  organisation: string
  @description('Object id of the Entra group of its staff.')
  groupId: string
}

var blobReader = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1')

// First reading and writing by path, then listing, which has no path but a prefix. An organisation lists with the prefix of its folder or
// sees nothing.
var inItsFolder = '''
((!(ActionMatches{'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read'} AND NOT SubOperationMatches{'Blob.List'}) AND !(ActionMatches{'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/write'}) AND !(ActionMatches{'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/add/action'})) OR (@Resource[Microsoft.Storage/storageAccounts/blobServices/containers:name] StringEquals 'CONTAINER' AND @Resource[Microsoft.Storage/storageAccounts/blobServices/containers/blobs:path] StringLike 'ORGANISATION/*'))
AND
((!(ActionMatches{'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read'} AND SubOperationMatches{'Blob.List'})) OR (@Resource[Microsoft.Storage/storageAccounts/blobServices/containers:name] StringEquals 'CONTAINER' AND @Request[Microsoft.Storage/storageAccounts/blobServices/containers/blobs:prefix] StringLike 'ORGANISATION/*'))
'''

resource data 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: dataAccountName

  resource blobs 'blobServices' existing = {
    name: 'default'

    resource reports 'containers' existing = { name: 'reports' }
    resource receipts 'containers' existing = { name: 'receipts' }
  }
}

// The one role that is not built in: Storage Blob Data Contributor would let every organisation delete the container of all, and no
// condition reaches that.
resource sender 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {
  name: guid(resourceGroup().id, 'report sender')
  properties: {
    // Unique in the whole tenant.
    roleName: 'DtPipeline report sender (${resourceGroup().name}-${take(uniqueString(resourceGroup().id), 6)})'
    description: 'Reads and writes reports and deletes none.'
    type: 'CustomRole'
    assignableScopes: [resourceGroup().id]
    permissions: [
      {
        actions: []
        dataActions: [
          'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read'
          'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/write'
          'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/add/action'
        ]
      }
    ]
  }
}

resource sends 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for locality in localities: {
    scope: data::blobs::reports
    name: guid(sender.id, data::blobs::reports.id, locality.organisation, locality.groupId)
    properties: {
      principalId: locality.groupId
      principalType: 'Group'
      roleDefinitionId: sender.id
      condition: replace(replace(inItsFolder, 'CONTAINER', 'reports'), 'ORGANISATION', locality.organisation)
      conditionVersion: '2.0'
      description: 'Locality: puts reports into the folder of its organisation.'
    }
  }
]

resource reads 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for locality in localities: {
    scope: data::blobs::receipts
    name: guid(blobReader, data::blobs::receipts.id, locality.organisation, locality.groupId)
    properties: {
      principalId: locality.groupId
      principalType: 'Group'
      roleDefinitionId: blobReader
      condition: replace(replace(inItsFolder, 'CONTAINER', 'receipts'), 'ORGANISATION', locality.organisation)
      conditionVersion: '2.0'
      description: 'Locality: reads the receipts of its organisation.'
    }
  }
]
