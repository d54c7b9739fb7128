// The second step, after the code: Event Grid calls the function once to make sure that it is there, and the key of the call exists only
// then. infra/scripts/events.sh (or .ps1) waits for both and deploys this.

@description('Name of the function app.')
param functionAppName string

@description('Name of the system topic that topic.bicep made.')
param systemTopicName string

@description('Account that takes events that could not be delivered.')
param hostAccountName string

// The names in the [Function] and [BlobTrigger] attributes of src/DtPipeline.Functions; a test compares them.
var functionName = 'IngestReport'
var containerName = 'reports'

resource app 'Microsoft.Web/sites@2024-11-01' existing = {
  name: functionAppName
}

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' existing = {
  name: systemTopicName
}

resource host 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: hostAccountName
}

resource reportsArrive 'Microsoft.EventGrid/systemTopics/eventSubscriptions@2025-02-15' = {
  parent: topic
  name: 'reports-arrive'
  properties: {
    eventDeliverySchema: 'EventGridSchema'
    filter: {
      includedEventTypes: ['Microsoft.Storage.BlobCreated']
      subjectBeginsWith: '/blobServices/default/containers/${containerName}/'
    }
    destination: {
      endpointType: 'WebHook'
      properties: {
        // The key is fetched here and passes through no script.
        endpointUrl: 'https://${app.properties.defaultHostName}/runtime/webhooks/blobs?functionName=Host.Functions.${functionName}&code=${listKeys('${app.id}/host/default', '2024-11-01').systemKeys.blobs_extension}'
        minimumTlsVersionAllowed: '1.2'
      }
    }
    // An event that is lost costs time only: the sweeper finds the report within five minutes.
    retryPolicy: { maxDeliveryAttempts: 30, eventTimeToLiveInMinutes: 1440 }
    deadLetterWithResourceIdentity: {
      identity: { type: 'SystemAssigned' }
      deadLetterDestination: {
        endpointType: 'StorageBlob'
        properties: { resourceId: host.id, blobContainerName: 'dead-events' }
      }
    }
  }
}
