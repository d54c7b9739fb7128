// One page for the morning look: workbook.json, in the resource group under Workbooks.

@description('Region.')
param location string

@description('Tags of every resource.')
param tags { *: string }

@description('Log Analytics workspace that it asks.')
param workspaceId string

resource workbook 'Microsoft.Insights/workbooks@2023-06-01' = {
  name: guid(resourceGroup().id, 'dtpipeline')
  location: location
  tags: tags
  kind: 'shared'
  properties: {
    displayName: 'DtPipeline (${resourceGroup().name})'
    category: 'workbook'
    sourceId: workspaceId
    serializedData: loadTextContent('workbook.json')
  }
}
