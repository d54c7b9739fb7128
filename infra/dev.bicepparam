using 'main.bicep'

param environmentName = 'dev'
param location = 'southeastasia'
param alarmEmails = ['dtpipeline-dev@example.gov.vn']
param mailFrom = 'dtpipeline-dev@example.gov.vn'
param storageRedundancy = 'Standard_LRS'
// Long enough to see the rule work, short enough to delete the environment again.
param archiveRetentionDays = 1
param softDeleteDays = 7
param maximumInstances = 40
param logRetentionDays = 30
param monthlyBudget = 30
param budgetStart = '2026-12-01'
param reportingDays = []
