/** What the server says of a view, with every word in it: nothing here knows a rule. */
export interface ViewModel {
  readonly view: string;
  readonly language: Language;
  readonly title: string;
  readonly address: string;
  readonly subtitle?: string | null;
  readonly asOf?: string | null;
  readonly empty?: string | null;
  readonly numbers?: readonly ViewNumber[];
  readonly legend?: readonly LegendEntry[];
  readonly filters?: readonly ViewFilter[];
  readonly charts?: readonly ViewChart[];
  readonly tables?: readonly ViewTable[];
  readonly notes?: readonly string[];
  readonly links?: readonly ViewLink[];
}

export type Language = 'vi' | 'en';

export interface ViewNumber {
  readonly label: string;
  readonly text: string;
  readonly change?: string | null;
  readonly class?: string | null;
  readonly mark?: string | null;
  readonly href?: string | null;
}

export interface LegendEntry {
  readonly class: string;
  readonly mark: string;
  readonly label: string;
}

export interface ViewFilter {
  readonly name: string;
  readonly kind: 'select' | 'date';
  readonly label: string;
  readonly value: string;
  readonly options: readonly ViewOption[];
}

export interface ViewOption {
  readonly value: string;
  readonly label: string;
}

export interface ViewChart {
  readonly kind: string;
  readonly title: string;
  readonly svg: string;
  readonly table: string;
  /** Of a small picture that stands in a row of the table: the row's key. */
  readonly row?: string | null;
}

export interface ViewLink {
  readonly label: string;
  readonly href: string;
}

export interface ViewTable {
  readonly id: string;
  readonly kind: 'list' | 'matrix' | 'sheet';
  readonly title: string;
  readonly empty?: string | null;
  readonly columns: readonly ViewColumn[];
  readonly rows: readonly ViewRow[];
  readonly groups?: readonly ViewGroup[];
  readonly actions?: readonly ViewAction[];
  readonly next?: string | null;
}

export interface ViewColumn {
  readonly key: string;
  readonly label: string;
  readonly unit?: string | null;
  readonly align?: 'start' | 'center' | 'end';
  readonly sort?: 'text' | 'number' | 'none';
  readonly href?: string | null;
}

export interface ViewGroup {
  readonly key: string;
  readonly label: string;
  readonly count: number;
  readonly class?: string | null;
  readonly mark?: string | null;
}

export interface ViewRow {
  readonly key: string;
  readonly href?: string | null;
  readonly group?: string | null;
  readonly cells: readonly ViewCell[];
  readonly actions?: readonly string[];
}

export interface ViewCell {
  readonly text: string;
  readonly value?: number | null;
  readonly class?: string | null;
  readonly mark?: string | null;
  readonly href?: string | null;
  readonly title?: string | null;
}

export interface ViewAction {
  readonly name: string;
  readonly label: string;
  readonly needsNote: boolean;
  readonly needsUntil: boolean;
}

/** Who asks, as the server sees it. */
export interface Me {
  readonly name: string | null;
  readonly role: 'secretariat' | 'reporter' | 'viewer' | null;
  readonly organisations: readonly string[];
  readonly canChoose: boolean;
  readonly signIn: string | null;
}

/** Where one file may be put, once. */
export interface Upload {
  readonly path: string;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly receipt: string;
}
