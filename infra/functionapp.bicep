// The function app on Flex Consumption. No FUNCTIONS_WORKER_RUNTIME and no siteConfig: this plan refuses them.

import { localityType } from 'localities.bicep'

@description('Region.')
param location string

@description('Tags of every resource.')
param tags { *: string }

@description('Name of the function app.')
param name string

@description('Name of the identity.')
param identityName string

@description('Account of the reports.')
param dataAccountName string

@description('Account of the Functions runtime.')
param hostAccountName string

@description('Container that deployments put their package into.')
param packageContainerUrl string

@description('Host name of the Service Bus namespace.')
param serviceBusHost string

@description('Connection string of Application Insights: an address, no secret, as local authentication is off.')
param applicationInsightsConnection string

@description('Subnet of the instances. Empty: no virtual network.')
param subnetId string

@description('Memory of one instance, in MB.')
param instanceMemoryMB int

@description('Most instances at once.')
param maximumInstances int

@description('New code drains running executions instead of killing them.')
param rollingUpdates bool

@description('Client id of the Entra registration for signing in. Empty: nobody signs in.')
param signInClientId string

@description('Entra group of the secretariat. Empty: none.')
// A secretariat is no secret.
#disable-next-line secure-secrets-in-params
param secretariatGroupId string

@description('Entra group of those who see everything, or everybody. Empty: none.')
param viewers string

@description('What is seen without signing in.')
param anonymous string

@description('Whose Entra group reports for which organisation.')
param localities localityType[]

@description('Where a browser sends a report: to storage, or to the api where storage is closed to it.')
@allowed(['storage', 'api'])
param uploads string

@description('Address that alerts link to. Empty: the function app itself.')
param publicUrl string

@description('Sender of e-mail.')
param mailFrom string

@description('SMTP relay. Empty: no e-mail.')
param smtpHost string

@description('Port of the SMTP relay.')
param smtpPort int

@description('Who signs in to the SMTP relay. Empty: nobody does.')
param smtpUser string

@description('Address of what the user signs in with, in Key Vault. Empty: nothing.')
param smtpKeyVaultUri string

@description('Longest time that one mail may take to be handed over, hh:mm:ss.')
param smtpWithin string

@description('How long a mail is offered before its recipient counts as unreachable, d.hh:mm:ss.')
param mailGivenUpAfter string

@description('Largest report that is read, in bytes.')
param mostReportBytes int

@description('Longest fetch from a source, hh:mm:ss.')
param fetchWithin string

@description('Age at which the sweeper takes work over, hh:mm:ss.')
param sweepAfter string

@description('How long the catalogue is used before its container is looked at again, hh:mm:ss.')
param catalogueEvery string

@description('Days after its due day for which a missing report is watched.')
param oversightDays int

@description('Working days before a due day from which on a reminder is out.')
param remindWorkingDays int

@description('Days overdue after which an alert becomes red.')
param redAfterDays int

@description('Days overdue after which the next named recipient is told.')
param nextRecipientAfterDays int

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName
}

resource plan 'Microsoft.Web/serverfarms@2024-11-01' = {
  name: 'plan-${name}'
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { name: 'FC1', tier: 'FlexConsumption' }
  properties: { reserved: true }
}

resource app 'Microsoft.Web/sites@2024-11-01' = {
  name: name
  location: location
  tags: union(tags, { 'azd-service-name': 'functions' })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identity.id}': {} }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    keyVaultReferenceIdentity: identity.id
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: packageContainerUrl
          authentication: { type: 'UserAssignedIdentity', userAssignedIdentityResourceId: identity.id }
        }
      }
      runtime: { name: 'dotnet-isolated', version: '10.0' }
      scaleAndConcurrency: { instanceMemoryMB: instanceMemoryMB, maximumInstanceCount: maximumInstances }
      // The service takes it from API version 2023-12-01 on; the published types lack it.
      #disable-next-line BCP037
      siteUpdateStrategy: { type: rollingUpdates ? 'RollingUpdate' : 'Recreate' }
    }
  }
}

// Deployment over basic authentication is off: only Entra tokens.
resource noBasicDeployment 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-11-01' = {
  parent: app
  name: 'scm'
  properties: { allow: false }
}

resource noFtp 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-11-01' = {
  parent: app
  name: 'ftp'
  properties: { allow: false }
}

// A test compares these with what the code reads: PipelineSettings, Connections and the triggers.
resource settings 'Microsoft.Web/sites/config@2024-11-01' = {
  parent: app
  name: 'appsettings'
  properties: {
    AzureWebJobsStorage__accountName: hostAccountName
    AzureWebJobsStorage__credential: 'managedidentity'
    AzureWebJobsStorage__clientId: identity.properties.clientId
    // How much is allocated between two collections, in bytes in hexadecimal: 16 MiB, where .NET has 4 and spends a third of an intake on collecting. No key of runtimeconfig.json says it.
    DOTNET_GCgen0size: '0x1000000'
    // At / is the page of the app, and not that of the host.
    AzureWebJobsDisableHomepage: 'true'
    FUNCTIONS_EXTENSION_VERSION: '~4'
    // .NET 10 crashes in the warmed-up worker of this plan (azure-functions-dotnet-worker#3335).
    WEBSITE_USE_PLACEHOLDER_DOTNETISOLATED: '0'
    APPLICATIONINSIGHTS_CONNECTION_STRING: applicationInsightsConnection
    APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identity.properties.clientId};Authorization=AAD'
    // One in twenty of the host's own traces, which are queue and lease calls mostly. The worker keeps all of its own by its code.
    OTEL_TRACES_SAMPLER: 'microsoft.fixed_percentage'
    OTEL_TRACES_SAMPLER_ARG: '0.05'
    OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID: identity.properties.clientId
    Reporting__accountName: dataAccountName
    Reporting__credential: 'managedidentity'
    Reporting__clientId: identity.properties.clientId
    ServiceBus__fullyQualifiedNamespace: serviceBusHost
    ServiceBus__credential: 'managedidentity'
    ServiceBus__clientId: identity.properties.clientId
    DtPipeline__PublicUrl: empty(publicUrl) ? 'https://${app.properties.defaultHostName}' : publicUrl
    DtPipeline__SecretariatGroup: secretariatGroupId
    DtPipeline__Viewers: viewers
    DtPipeline__Anonymous: anonymous
    DtPipeline__Localities: join(map(localities, locality => '${locality.organisation}=${locality.groupId}'), ';')
    DtPipeline__Uploads: uploads
    DtPipeline__MailFrom: mailFrom
    DtPipeline__SmtpHost: smtpHost
    DtPipeline__SmtpPort: string(smtpPort)
    DtPipeline__SmtpUser: smtpUser
    DtPipeline__SmtpPassword: empty(smtpKeyVaultUri) ? '' : '@Microsoft.KeyVault(SecretUri=${smtpKeyVaultUri})'
    DtPipeline__SmtpWithin: smtpWithin
    DtPipeline__MailGivenUpAfter: mailGivenUpAfter
    DtPipeline__MostReportBytes: string(mostReportBytes)
    DtPipeline__FetchWithin: fetchWithin
    DtPipeline__SweepAfter: sweepAfter
    DtPipeline__CatalogueEvery: catalogueEvery
    DtPipeline__OversightDays: string(oversightDays)
    DtPipeline__RemindWorkingDays: string(remindWorkingDays)
    DtPipeline__RedAfterDays: string(redAfterDays)
    DtPipeline__NextRecipientAfterDays: string(nextRecipientAfterDays)
  }
}

// Who signed in is in the headers of a request, and nobody has to: Event Grid calls the webhook with its key alone, and would be turned away.
resource signIn 'Microsoft.Web/sites/config@2024-11-01' = {
  parent: app
  name: 'authsettingsV2'
  dependsOn: [settings]
  properties: {
    platform: { enabled: !empty(signInClientId) }
    globalValidation: { requireAuthentication: false, unauthenticatedClientAction: 'AllowAnonymous' }
    httpSettings: { requireHttps: true }
    login: { tokenStore: { enabled: false } }
    identityProviders: {
      azureActiveDirectory: {
        enabled: !empty(signInClientId)
        registration: {
          clientId: signInClientId
          // In place of a secret the identity of the app proves itself (infra/scripts/signin.sh lets it).
          clientSecretSettingName: 'OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID'
          openIdIssuer: '${environment().authentication.loginEndpoint}${tenant().tenantId}/v2.0'
        }
      }
    }
  }
}
