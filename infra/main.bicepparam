// For `azd up`: asks for the name and the region of the environment; the rest with `azd env set NAME value`.
using 'main.bicep'

param environmentName = readEnvironmentVariable('AZURE_ENV_NAME')
param location = readEnvironmentVariable('AZURE_LOCATION')
param alarmEmails = [readEnvironmentVariable('DTPIPELINE_ALARM_EMAIL')]
param mailFrom = readEnvironmentVariable('DTPIPELINE_MAIL_FROM', readEnvironmentVariable('DTPIPELINE_ALARM_EMAIL'))
param smtpHost = readEnvironmentVariable('DTPIPELINE_SMTP_HOST', '')
param smtpUser = readEnvironmentVariable('DTPIPELINE_SMTP_USER', '')
param smtpKeyVaultUri = readEnvironmentVariable('DTPIPELINE_SMTP_KEY_VAULT_URI', '')
param operatorsGroupId = readEnvironmentVariable('DTPIPELINE_OPERATORS_GROUP', '')
param secretariatGroupId = readEnvironmentVariable('DTPIPELINE_SECRETARIAT_GROUP', '')
param viewers = readEnvironmentVariable('DTPIPELINE_VIEWERS', '')
param anonymous = readEnvironmentVariable('DTPIPELINE_ANONYMOUS', 'nothing')
param signInClientId = readEnvironmentVariable('DTPIPELINE_SIGN_IN_CLIENT', '')
param privateNetwork = bool(readEnvironmentVariable('DTPIPELINE_PRIVATE_NETWORK', 'false'))
param archiveRetentionDays = int(readEnvironmentVariable('DTPIPELINE_ARCHIVE_DAYS', '1'))
param monthlyBudget = int(readEnvironmentVariable('DTPIPELINE_MONTHLY_BUDGET', '30'))
param budgetStart = readEnvironmentVariable('DTPIPELINE_BUDGET_START')
param reportingDays = [15, 25]
