// Two accounts. `data` has the reports and all that is made of them; `host` has what the Functions runtime needs for itself. The runtime
// demands Storage Blob Data Owner on its own account, and that role must not reach the archive.

@description('Region.')
param location string

@description('Tags of every resource.')
param tags { *: string }

@description('Name of the account with reports, archive, receipts, figures and tables.')
param dataAccountName string

@description('Name of the account of the Functions runtime.')
param hostAccountName string

@description('Replication of both accounts.')
param redundancy string

@description('Days for which nothing in the archive can be changed or deleted. 0: no such rule.')
param archiveRetentionDays int

@description('The rule is locked: leave it alone.')
param archiveLocked bool

@description('Days for which deleted and overwritten blobs can be brought back.')
param softDeleteDays int

@description('Closed to all but private endpoints, trusted Azure services and allowedIpRanges.')
param isClosed bool

@description('Public addresses (CIDR) that reach the data account where it is closed.')
param allowedIpRanges string[]

@description('Addresses of the page, from which a browser sends a report to the account. Empty: none does.')
param browserOrigins string[]

@description('Log Analytics workspace for the writes to queues, by which the poison queue is watched.')
param workspaceId string

// The names of StorageNames in src/DtPipeline.Azure; a test compares them.
var containerNames = ['reports', 'receipts', 'published', 'catalogue']
var tableNames = ['Ledger', 'Obligations', 'Tasks', 'Alerts', 'Pending']
var packageContainerName = 'packages'
var deadEventsContainerName = 'dead-events'

resource data 'Microsoft.Storage/storageAccounts@2025-06-01' = {
  name: dataAccountName
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: redundancy }
  properties: {
    accessTier: 'Hot'
    allowSharedKeyAccess: false
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    defaultToOAuthAuthentication: true
    isLocalUserEnabled: false
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: 'Enabled'
    networkAcls: {
      bypass: 'AzureServices'
      defaultAction: isClosed ? 'Deny' : 'Allow'
      ipRules: [for address in allowedIpRanges: { value: address, action: 'Allow' }]
    }
  }
}

resource dataBlobs 'Microsoft.Storage/storageAccounts/blobServices@2025-06-01' = {
  parent: data
  name: 'default'
  properties: {
    // A report overwritten before it was read is found by its version.
    isVersioningEnabled: true
    deleteRetentionPolicy: { enabled: true, days: softDeleteDays }
    containerDeleteRetentionPolicy: { enabled: true, days: softDeleteDays }
    // Nothing is read so: a page puts one report, by an address that the app gave it.
    cors: {
      corsRules: empty(browserOrigins) ? [] : [
        {
          allowedOrigins: browserOrigins
          allowedMethods: ['PUT']
          allowedHeaders: ['content-type', 'if-none-match', 'x-ms-blob-type', 'x-ms-version', 'x-ms-client-request-id']
          exposedHeaders: ['etag', 'x-ms-request-id', 'x-ms-error-code']
          maxAgeInSeconds: 3600
        }
      ]
    }
  }
}

resource containers 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-06-01' = [
  for name in containerNames: {
    parent: dataBlobs
    name: name
    properties: { publicAccess: 'None' }
  }
]

resource archive 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-06-01' = {
  parent: dataBlobs
  name: 'archive'
  properties: { publicAccess: 'None' }
}

// Write once: new blobs come in, none is changed or deleted before its time. Never locked, so that an eraser (people.bicep) can lift it.
resource archiveIsImmutable 'Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies@2025-06-01' = if (archiveRetentionDays > 0 && !archiveLocked) {
  parent: archive
  name: 'default'
  properties: {
    immutabilityPeriodSinceCreationInDays: archiveRetentionDays
    allowProtectedAppendWrites: false
  }
}

resource dataTables 'Microsoft.Storage/storageAccounts/tableServices@2025-06-01' = {
  parent: data
  name: 'default'
}

resource tables 'Microsoft.Storage/storageAccounts/tableServices/tables@2025-06-01' = [
  for name in tableNames: {
    parent: dataTables
    name: name
  }
]

resource dataQueues 'Microsoft.Storage/storageAccounts/queueServices@2025-06-01' = {
  parent: data
  name: 'default'
}

resource dataLifecycle 'Microsoft.Storage/storageAccounts/managementPolicies@2025-06-01' = {
  parent: data
  name: 'default'
  dependsOn: [dataBlobs]
  properties: {
    policy: {
      rules: [
        {
          // Cold, never the archive tier: a rebuild reads every file at any time.
          name: 'archive-gets-cold'
          type: 'Lifecycle'
          definition: {
            filters: { blobTypes: ['blockBlob'], prefixMatch: ['archive/'] }
            actions: {
              baseBlob: {
                tierToCool: { daysAfterModificationGreaterThan: 90 }
                tierToCold: { daysAfterModificationGreaterThan: 400 }
              }
            }
          }
        }
        {
          // What was overwritten; reports themselves are in the archive, the others are made again.
          name: 'old-versions-go'
          type: 'Lifecycle'
          definition: {
            filters: { blobTypes: ['blockBlob'], prefixMatch: ['reports/', 'receipts/', 'published/'] }
            actions: { version: { delete: { daysAfterCreationGreaterThan: 90 } } }
          }
        }
      ]
    }
  }
}

resource host 'Microsoft.Storage/storageAccounts@2025-06-01' = {
  name: hostAccountName
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: redundancy }
  properties: {
    accessTier: 'Hot'
    allowSharedKeyAccess: false
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    defaultToOAuthAuthentication: true
    isLocalUserEnabled: false
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: 'Enabled'
    networkAcls: {
      // Event Grid brings its dead letters as a trusted service.
      bypass: 'AzureServices'
      defaultAction: isClosed ? 'Deny' : 'Allow'
    }
  }
}

resource hostBlobs 'Microsoft.Storage/storageAccounts/blobServices@2025-06-01' = {
  parent: host
  name: 'default'
  properties: {
    deleteRetentionPolicy: { enabled: true, days: 7 }
    containerDeleteRetentionPolicy: { enabled: true, days: 7 }
  }
}

resource packages 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-06-01' = {
  parent: hostBlobs
  name: packageContainerName
  properties: { publicAccess: 'None' }
}

resource deadEvents 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-06-01' = {
  parent: hostBlobs
  name: deadEventsContainerName
  properties: { publicAccess: 'None' }
}

resource hostQueues 'Microsoft.Storage/storageAccounts/queueServices@2025-06-01' = {
  parent: host
  name: 'default'
}

resource hostLifecycle 'Microsoft.Storage/storageAccounts/managementPolicies@2025-06-01' = {
  parent: host
  name: 'default'
  dependsOn: [hostBlobs]
  properties: {
    policy: {
      rules: [
        {
          name: 'dead-events-go'
          type: 'Lifecycle'
          definition: {
            filters: { blobTypes: ['blockBlob'], prefixMatch: ['${deadEventsContainerName}/'] }
            actions: { baseBlob: { delete: { daysAfterModificationGreaterThan: 30 } } }
          }
        }
      ]
    }
  }
}

// There is no metric of one queue: the alarm for the poison queue reads these.
resource dataQueueWrites 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: dataQueues
  name: 'queue-writes'
  properties: {
    workspaceId: workspaceId
    logs: [{ category: 'StorageWrite', enabled: true }]
  }
}

resource hostQueueWrites 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: hostQueues
  name: 'queue-writes'
  properties: {
    workspaceId: workspaceId
    logs: [{ category: 'StorageWrite', enabled: true }]
  }
}

output dataAccountId string = data.id
output hostAccountId string = host.id
output packageContainerUrl string = '${host.properties.primaryEndpoints.blob}${packages.name}'
