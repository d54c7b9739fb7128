import type { components } from './openapi';

type Schemas = components['schemas'];

export type Language = 'vi' | 'en';

/** What the server says of a view, with every word in it: nothing here knows a rule. */
export type ViewModel = Schemas['ViewModel'];
export type ViewNumber = Schemas['ViewNumber'];
export type LegendEntry = Schemas['LegendEntry'];
export type ViewFilter = Schemas['ViewFilter'];
export type ViewOption = Schemas['FilterOption'];
export type ViewChart = Schemas['ViewChart'];
export type ViewTable = Schemas['ViewTable'];
export type ViewColumn = Schemas['ViewColumn'];
export type ViewGroup = Schemas['ViewGroup'];
export type ViewRow = Schemas['ViewRow'];
export type ViewCell = Schemas['ViewCell'];
export type ViewAction = Schemas['ViewAction'];

/** Who asks, as the server sees it. */
export type Me = Schemas['ShownCaller'];
export type Choice = Schemas['RoleChoice'];

/** Where one file may be put, once. */
export type Upload = Schemas['UploadGrant'];
export type UploadRequest = Schemas['UploadRequest'];

export type Handling = Schemas['ManyHandlingRequest'];
export type Handled = Schemas['HandledAlerts'];
export type ProblemDetails = Schemas['ProblemDetails'];
export type Organisation = Schemas['OrganisationEntry'];
