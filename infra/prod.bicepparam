using 'main.bicep'

param environmentName = 'prod'
param location = 'southeastasia'
param alarmEmails = ['dtpipeline@example.gov.vn']
param mailFrom = 'dtpipeline@example.gov.vn'
param smtpHost = 'smtp.example.gov.vn'
param storageRedundancy = 'Standard_ZRS'
param archiveRetentionDays = 3650
param privateNetwork = true
// The public addresses from which organisations and operators reach storage.
param allowedIpRanges = []
// For each organisation with a group of its own: { organisation: code, groupId: object id of the group }.
param localities = []
param secretariatGroupId = ''
param operatorsGroupId = ''
// Needs Privileged Identity Management (docs/runbook.md).
param erasersGroupId = ''
// Who sees everything and changes nothing: object id of a group, or everybody for all who sign in.
param viewers = ''
// From infra/scripts/signin.sh, once the function app is there.
param signInClientId = ''
param monthlyBudget = 120
param budgetStart = '2026-12-01'
// Due days of catalogue/regimes.csv that come every month.
param reportingDays = [15, 25]
