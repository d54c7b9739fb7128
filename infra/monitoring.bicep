// Logs and metrics, with a cap, and only from whom has the role Monitoring Metrics Publisher.

@description('Region.')
param location string

@description('Tags of every resource.')
param tags { *: string }

@description('End of every name.')
param suffix string

@description('Name of Application Insights.')
param applicationInsightsName string

@description('GB a day before the rest is dropped.')
param dailyCapGb int

@description('Days that data is kept.')
param retentionDays int

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-02-01' = {
  name: 'log-dtpipeline-${suffix}'
  location: location
  tags: tags
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: retentionDays
    workspaceCapping: { dailyQuotaGb: dailyCapGb }
    features: {
      disableLocalAuth: true
      enableLogAccessUsingOnlyResourcePermissions: true
    }
  }
}

resource applicationInsights 'Microsoft.Insights/components@2020-02-02' = {
  name: applicationInsightsName
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
    IngestionMode: 'LogAnalytics'
    DisableLocalAuth: true
  }
}

output workspaceId string = workspace.id
output connectionString string = applicationInsights.properties.ConnectionString
