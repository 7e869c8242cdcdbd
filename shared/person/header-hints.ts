import type { ColumnKey } from './catalogue.ts';
import { headerKey, matchHeaders } from './match-headers.ts';

/** What a header hints at without saying it for sure; `name` is a whole name, `channels` a list of channels. */
export type Hint = ColumnKey | 'name' | 'channels';

/**
 * Headers that often, though not always, stand over a column of Agent Connect: they are proposed, and taken only when
 * the user says so. In the languages of the usual exports, compared by `headerKey`.
 */
const HINTS: Readonly<Partial<Record<Hint, readonly string[]>>> = {
  name: [
    ...['Name', 'Full Name', 'Employee Name', 'Agent Name', 'Display Name', 'Staff Name', 'Person', 'Agent'],
    ...['Employee', 'Worker', 'Staff', 'Associate', 'Colleague', 'Salarié', 'Apellidos y nombre'],
    ...['Mitarbeiter', 'Mitarbeitername', 'Vollständiger Name', 'Vor- und Nachname', 'Name, Vorname'],
    ...['Nom', 'Nom complet', 'Nom et prénom', 'Collaborateur', 'Nombre completo', 'Empleado'],
    ...['Nome', 'Nome completo', 'Nome e cognome', 'Dipendente', 'Nominativo', 'Funcionário', 'Naam'],
    ...['Volledige naam', 'Medewerker', 'Imię i nazwisko', 'Pracownik', 'Navn', 'Namn'],
  ],
  firstName: ['Legal First Name', 'First Name Legal', 'Given Name Legal', 'Nombre de pila'],
  lastName: ['Legal Last Name', 'Last Name Legal', 'Primer apellido'],
  role: [
    ...['Job Title', 'Title', 'Position', 'Job', 'Job Role', 'Function', 'Profile Type', 'User Type'],
    ...['Funktion', 'Stelle', 'Tätigkeit', 'Berufsbezeichnung', 'Fonction', 'Poste', 'Puesto', 'Cargo'],
    ...['Mansione', 'Qualifica', 'Função', 'Functie', 'Stanowisko'],
  ],
  groups: [
    ...['Department', 'Dept', 'Team', 'Team Name', 'Queue', 'Skill', 'Skills', 'Unit', 'Business Unit'],
    ...[
      'Division',
      'Program',
      'Campaign',
      'LOB',
      'Abteilung',
      'Bereich',
      'Kostenstelle',
      'Service',
      'Équipe',
    ],
    ...[
      'Département',
      'Departamento',
      'Equipo',
      'Equipe',
      'Squadra',
      'Reparto',
      'Afdeling',
      'Dział',
      'Zespół',
    ],
  ],
  employmentStatus: [
    ...['Status', 'Type', 'Employee Type', 'Worker Type', 'Contract', 'Schedule', 'Hours', 'FTE Status'],
    ...['Arbeitszeit', 'Vertrag', 'Vertragsart', 'Anstellung', 'Statut', 'Contrat', 'Estado', 'Contrato'],
    ...['Jornada', 'Stato', 'Contratto', 'Dienstverband', 'Etat'],
  ],
  startDate: [
    ...[
      'Start',
      'Started',
      'Date',
      'Since',
      'Seniority Date',
      'Onboarding Date',
      'Datum',
      'Beginn',
      'Eintritt',
    ],
    ...['Seit', 'Date de début', 'Entrée', 'Fecha', 'Alta', 'Data', 'Inizio', 'Início', 'Begindatum'],
  ],
  canManageTeams: [
    ...[
      'Manages',
      'Is Manager',
      'Lead',
      'Leader',
      'Leitet Team',
      'Ist Führungskraft',
      'Teamleiter',
      'Est responsable',
    ],
    ...['Es responsable', 'È responsabile', 'É gestor', 'Is leidinggevende', 'Czy kierownik'],
  ],
  employeeId: [
    ...[
      'ID',
      'No',
      'Nr',
      'Number',
      'User ID',
      'Code',
      'Payroll ID',
      'HR ID',
      'Badge',
      'Badge Number',
      'Login',
    ],
    ...['Nummer', 'Kennung', 'Numéro', 'Identifiant', 'Número', 'Código', 'Numero', 'Codice', 'Nummer'],
  ],
  email: ['Username', 'User Name', 'UPN', 'User Principal Name', 'Contact', 'Kontakt', 'Contacto'],
  teamLeader: [
    ...['Manager Name', 'Supervisor Name', 'Direct Manager', 'N+1', 'Mánager', 'Encargado', 'Coordinador'],
    ...['TL', 'Boss', 'Head', 'Team Manager', 'Coach', 'Leitung', 'Chef', 'Chefe', 'Capo'],
  ],
  channels: [
    ...['Channels', 'Channel', 'Contact Channels', 'Support Channels', 'Supported Channels'],
    ...['Media', 'Medium', 'Modality', 'Line'],
    ...['Kanäle', 'Kanal', 'Kontaktkanäle', 'Canaux', 'Canal', 'Canales', 'Canali', 'Canale', 'Canais'],
    ...['Kanalen', 'Kanaal', 'Kanały', 'Kanał', 'Kanaler', 'Kanavat', 'Каналы', '渠道', 'チャネル', '채널'],
  ],
  homeTown: [
    ...['Dienstort', 'Arbeitsort', 'Einsatzort', 'Dienstsitz', 'Niederlassung', 'Work Location', 'Branch'],
    ...['Lieu de travail', 'Lieu', 'Site de travail', 'Lugar de trabajo', 'Centro de trabajo', 'Localidad'],
    ...['Luogo di lavoro', 'Local de trabalho', 'Werklocatie', 'Vestiging', 'Miejsce pracy', 'Arbetsplats'],
    ...['Site', 'Office', 'Place', 'Standort', 'Büro', 'Bureau', 'Oficina', 'Sede', 'Kantoor'],
  ],
};

const hintsByHeader = new Map<string, Hint>();
for (const [hint, headers] of Object.entries(HINTS)) {
  // The entries of an object have lost the type of its keys.
  for (const header of headers) hintsByHeader.set(headerKey(header), hint as Hint);
}

/** What a header hints at, or names together with a number as in “Group 2”; null where it says nothing. */
export function hintOf(header: string): Hint | null {
  const whole = headerKey(header);
  const plain = whole.replace(/\p{N}+$/u, '');
  const named = matchHeaders([header, plain]).map(({ claims }) => claims);
  return hintsByHeader.get(whole) ?? named[0] ?? hintsByHeader.get(plain) ?? named[1] ?? null;
}

/** Headers over texts that only look like a column’s: dates of birth, numbers of telephones and places. */
const OTHER_THINGS: Readonly<Partial<Record<ColumnKey, RegExp>>> = {
  startDate: /birth|dob|geb|naiss|nacim|nasci|end|ende|leav|exit|termin|austritt|sortie|baja|fin$/,
  employeeId: /phone|tel|mobil|fax|zip|post|plz|postal|cap$|ssn|tax|steuer|iban|salary|gehalt|year|jahr/,
  email: /priv|perso|particular|home|manager|super|leader|boss|chef|leit|vorgesetz|respons|jefe/,
};

/** Whether a header says that its texts are something else than they look like. */
export function isAboutOther(header: string, key: ColumnKey): boolean {
  return OTHER_THINGS[key]?.test(headerKey(header)) ?? false;
}
