/** How a cell of the column is checked; the rules name one schema for each. */
export type FieldKind =
  | 'text'
  | 'longText'
  | 'role'
  | 'yesNo'
  | 'email'
  | 'employeeId'
  | 'leader'
  | 'employmentStatus'
  | 'date'
  | 'groups'
  | 'licenseType'
  | 'deactivated'
  | 'photoUrl'
  | 'password';

export interface ColumnEntry {
  readonly key: string;
  /** The header as the vendor's template writes it. */
  readonly header: string;
  /** A short header for the grid, where the full one would be cut. */
  readonly short?: string;
  /** Other headers that people write for this column, compared by `headerKey`. */
  readonly aliases: readonly string[];
  readonly required: boolean;
  /** False for the columns that appear only when the file, the template or the user asks for them. */
  readonly standard: boolean;
  readonly field: FieldKind;
  /** The field of Agent Connect's API that holds it; null where the API has a request of its own for it. */
  readonly apiField: string | null;
  /** The entry of that field’s list that stands for a yes, where several columns share the field. */
  readonly apiEntry?: string;
  /** Starting width in the grid, in CSS pixels. */
  readonly width: number;
}

/**
 * The columns of a roster, in the order of the vendor's article "Bulk Creating New Users in Agent Connect". This is
 * the one table that header matching, rules, grid, export and upload read: a new column is one entry here.
 */
export const COLUMNS = [
  {
    key: 'role',
    header: 'Role',
    aliases: ['Role Name', 'User Role', 'Agent Connect Role', 'Rolle'],
    required: true,
    standard: true,
    field: 'role',
    apiField: 'role',
    width: 150,
  },
  {
    key: 'canManageTeams',
    header: 'Can Manage Teams',
    short: 'Manages',
    aliases: [
      'Can Manage Team',
      'Manage Teams',
      'Manage Team',
      'Manages Teams',
      'Is Team Leader',
      'Is Manager',
      'People Manager',
    ],
    required: true,
    standard: true,
    field: 'yesNo',
    apiField: 'manage_team',
    width: 114,
  },
  {
    key: 'email',
    header: 'Email Address',
    aliases: [
      'Email',
      'E-mail',
      'Mail',
      'Mail Address',
      'E-mail Address',
      'Work Email',
      'Work E-mail',
      'Work Email Address',
      'Business Email',
      'Company Email',
      'User Email',
      'Primary Email',
      'E-Mail-Adresse',
      'Courriel',
      'Correo',
    ],
    required: false,
    standard: true,
    field: 'email',
    apiField: 'email',
    width: 220,
  },
  {
    key: 'employeeId',
    header: 'Employee ID',
    aliases: [
      'Custom Employee ID',
      'Custom ID',
      'EmployeeID',
      'Employee Number',
      'Employee No',
      'Employee',
      'Emp ID',
      'Emp No',
      'Emp Number',
      'Staff ID',
      'Staff No',
      'Staff Number',
      'Personnel Number',
      'Personnel No',
      'Payroll Number',
      'Worker ID',
      'Agent ID',
      'External ID',
      'Personalnummer',
      'Matricule',
    ],
    required: false,
    standard: true,
    field: 'employeeId',
    apiField: 'custom_employee_id',
    width: 126,
  },
  {
    key: 'firstName',
    header: 'First Name',
    aliases: [
      'Given Name',
      'Forename',
      'FirstName',
      'First',
      'Preferred Name',
      'Vorname',
      'Prénom',
      'Nombre',
    ],
    required: true,
    standard: true,
    field: 'text',
    apiField: 'first_name',
    width: 120,
  },
  {
    key: 'lastName',
    header: 'Last Name',
    aliases: [
      'Surname',
      'Family Name',
      'LastName',
      'Last',
      'Nachname',
      'Nom de famille',
      'Apellido',
      'Apellidos',
    ],
    required: true,
    standard: true,
    field: 'text',
    apiField: 'last_name',
    width: 120,
  },
  {
    key: 'homeTown',
    header: 'Home Town',
    aliases: ['Hometown', 'City', 'Town', 'Home City'],
    required: false,
    standard: true,
    field: 'text',
    apiField: 'hometown',
    width: 120,
  },
  {
    key: 'stateOrCountry',
    header: 'State or Country',
    short: 'State or Country',
    aliases: ['State', 'Country', 'State/Country', 'Province', 'Region', 'Location'],
    required: false,
    standard: true,
    field: 'text',
    apiField: 'state_or_country',
    width: 146,
  },
  {
    key: 'profile',
    header: 'Profile',
    aliases: ['Bio', 'Biography', 'About', 'About Me', 'Profile Text', 'Profile Bio'],
    required: false,
    standard: true,
    field: 'longText',
    apiField: 'profile_text',
    width: 200,
  },
  {
    key: 'phoneChannel',
    header: 'Phone Channel',
    aliases: ['Phone', 'Channel Phone', 'Voice', 'Voice Channel'],
    required: true,
    standard: true,
    field: 'yesNo',
    apiField: 'channels',
    apiEntry: 'phone',
    width: 146,
  },
  {
    key: 'chatChannel',
    header: 'Chat Channel',
    aliases: ['Chat', 'Channel Chat'],
    required: true,
    standard: true,
    field: 'yesNo',
    apiField: 'channels',
    apiEntry: 'chat',
    width: 146,
  },
  {
    key: 'emailChannel',
    header: 'Email Channel',
    aliases: ['Channel Email', 'E-mail Channel', 'Mail Channel'],
    required: true,
    standard: true,
    field: 'yesNo',
    apiField: 'channels',
    apiEntry: 'email',
    width: 146,
  },
  {
    key: 'teamLeader',
    header: 'Team Leader',
    aliases: [
      'Supervisor',
      'Manager',
      'Team Lead',
      'Lead',
      'Leader',
      'Reports To',
      'Reporting To',
      'Line Manager',
      'Team Leader Email',
      'Team Leader ID',
      'Manager Email',
      'Supervisor Email',
      'Vorgesetzter',
      'Teamleiter',
    ],
    required: true,
    standard: true,
    field: 'leader',
    apiField: 'team_leader_email',
    width: 200,
  },
  {
    key: 'employmentStatus',
    header: 'Employment Status',
    short: 'Employment',
    aliases: [
      'Employment Type',
      'Employee Status',
      'Employment',
      'Contract Type',
      'FT/PT',
      'Full Time/Part Time',
    ],
    required: false,
    standard: true,
    field: 'employmentStatus',
    apiField: 'employment_status',
    width: 118,
  },
  {
    key: 'startDate',
    header: 'Start Date',
    aliases: [
      'Hire Date',
      'Date of Hire',
      'Hired',
      'Joined',
      'Joining Date',
      'Date Started',
      'Employment Start Date',
      'Eintrittsdatum',
    ],
    required: false,
    standard: true,
    field: 'date',
    apiField: 'start_date',
    width: 112,
  },
  {
    key: 'groups',
    header: 'Group Assignments',
    short: 'Groups',
    aliases: [
      'Groups',
      'Group',
      'Group Assignment',
      'Reporting Groups',
      'Reporting Group',
      'Assigned Groups',
    ],
    required: false,
    standard: true,
    field: 'groups',
    apiField: 'groups',
    width: 180,
  },
  {
    key: 'temporaryPassword',
    header: 'Temporary Password',
    short: 'Temp. Password',
    aliases: ['Password', 'Temp Password', 'Initial Password', 'Passwort'],
    required: false,
    standard: true,
    field: 'password',
    apiField: 'temporary_password',
    width: 146,
  },
  {
    key: 'licenseType',
    header: 'License Type',
    aliases: ['License', 'Licence', 'Licence Type', 'Seat Type'],
    required: false,
    standard: false,
    field: 'licenseType',
    apiField: 'license_type',
    width: 118,
  },
  {
    key: 'deactivated',
    header: 'Deactivated',
    aliases: ['Deactivate', 'Is Deactivated'],
    required: false,
    standard: false,
    field: 'deactivated',
    apiField: null,
    width: 116,
  },
  {
    key: 'photoUrl',
    header: 'Photo URL',
    aliases: ['Photo', 'Image', 'Image URL', 'Picture', 'Profile Photo', 'Avatar'],
    required: false,
    standard: false,
    field: 'photoUrl',
    apiField: 'image',
    width: 180,
  },
] as const satisfies readonly ColumnEntry[];
