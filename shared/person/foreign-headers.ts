import type { ColumnKey } from './catalogue.ts';

/**
 * What the columns are called in rosters of other languages, as the human resources programs and the spreadsheets of
 * Europe write them; compared by `headerKey`, like the aliases of the catalogue. Words that mean one thing here and
 * another there are none of these: they are proposed when the user is asked.
 */
export const FOREIGN_HEADERS: Readonly<Partial<Record<ColumnKey, readonly string[]>>> = {
  role: ['Rôle', 'Rol', 'Ruolo', 'Rola', 'Papel', 'Roll'],
  canManageTeams: ['Ist Führungskraft', 'Ist Teamleiter', 'Darf Teams leiten', 'Est responsable', 'Es jefe'],
  email: [
    ...['E-Mail geschäftlich', 'Dienstliche E-Mail', 'Mailadresse', 'Emailadresse', 'Adresse e-mail'],
    ...['Adresse mail', 'Adresse électronique', 'Courriel professionnel', 'Correo electrónico'],
    ...['Posta elettronica', 'Indirizzo e-mail', 'Endereço de e-mail', 'E-mailadres', 'Adres e-mail'],
    ...['E-post', 'E-postadress', 'Sähköposti', 'Correo corporativo', 'Correo electrónico corporativo'],
    ...['Correo de empresa', 'E-mail professionnel', 'Adresse e-mail professionnelle', 'E-mail aziendale'],
    ...['E-mail corporativo'],
  ],
  employeeId: [
    ...['Personalnr', 'Personal-Nr.', 'Pers.-Nr.', 'Mitarbeiternummer', 'Mitarbeiter-Nr.', 'Mitarbeiter-ID'],
    ...['Numéro de matricule', 'N° matricule', 'Numéro d’employé', 'ID employé', 'Número de empleado'],
    ...['ID de empleado', 'Matrícula', 'Matricola', 'Numero di matricola', 'Número de funcionário'],
    ...['Nº empleado', 'Nº de empleado', 'Núm. de empleado', 'Número empleado', 'Código de empleado'],
    ...['Código empleado', 'N° employé', 'Matricule salarié', 'Matricule RH', 'Nº de funcionário'],
    ...['Personeelsnummer', 'Numer pracownika', 'Medarbejdernummer', 'Anställningsnummer', 'Ansattnummer'],
  ],
  firstName: ['Nombres', 'Nome di battesimo', 'Primeiro nome', 'Voornaam', 'Imię', 'Förnamn', 'Fornavn'],
  lastName: [
    ...['Familienname', 'Zuname', 'Nom de naissance', 'Cognome', 'Sobrenome', 'Apelido', 'Achternaam'],
    ...['Nazwisko', 'Efternamn', 'Efternavn', 'Etternavn', 'Sukunimi'],
  ],
  homeTown: ['Wohnort', 'Ort', 'Stadt', 'Ville', 'Ciudad', 'Città', 'Cidade', 'Woonplaats', 'Miasto', 'Stad'],
  stateOrCountry: ['Land', 'Bundesland', 'Pays', 'País', 'Provincia', 'Paese', 'Provincie', 'Kraj'],
  profile: ['Über mich', 'Biografie', 'Biographie', 'Biografía', 'Biografia'],
  phoneChannel: [
    ...['Telefon', 'Telefonkanal', 'Téléphone', 'Canal téléphone', 'Teléfono', 'Canal telefónico'],
    ...['Telefono', 'Telefone', 'Telefoon'],
  ],
  chatChannel: ['Chat-Kanal', 'Canal chat', 'Canal de chat', 'Canale chat', 'Chatkanaal'],
  emailChannel: ['E-Mail-Kanal', 'Canal e-mail', 'Canal de correo', 'Canale e-mail', 'E-mailkanaal'],
  teamLeader: [
    ...[
      'Führungskraft',
      'Vorgesetzte',
      'Vorgesetzte/r',
      'Vorgesetzte Person',
      'Teamleitung',
      'Teamleiter/in',
    ],
    ...['Teamleiterin', 'Teamlead', 'Responsable', 'Responsable hiérarchique', 'Supérieur hiérarchique'],
    ...['Chef d’équipe', 'Jefe', 'Jefe de equipo', 'Líder de equipo', 'Supervisora', 'Responsabile'],
    ...['Jefe directo', 'Jefa directa', 'Jefe inmediato', 'Superior directo', 'Responsable directo'],
    ...['Supervisor directo', 'Reporta a', 'Manager direct', 'Responsable direct', 'Responsabile diretto'],
    ...['Gestor direto', 'Direkte Führungskraft', 'Direkter Vorgesetzter'],
    ...['Caposquadra', 'Gestor', 'Chefe de equipa', 'Leidinggevende', 'Teamleider', 'Przełożony', 'Chef'],
  ],
  employmentStatus: [
    ...['Beschäftigungsart', 'Beschäftigungsstatus', 'Beschäftigungsverhältnis', 'Anstellungsart'],
    ...['Vollzeit/Teilzeit', 'VZ/TZ', 'Type de contrat', 'Temps de travail', 'Tipo de contrato'],
    ...['Tipo de jornada', 'Tipo di contratto', 'Soort dienstverband', 'Anställningsform'],
  ],
  startDate: [
    ...['Startdatum', 'Einstellungsdatum', 'Eintritt am', 'Beschäftigt seit', 'Date d’embauche'],
    ...['Date d’entrée', 'Fecha de inicio', 'Fecha de ingreso', 'Fecha de alta', 'Fecha de contratación'],
    ...['Data di assunzione', 'Data de início', 'Data de admissão', 'Datum in dienst', 'Data zatrudnienia'],
    ...['Startdato', 'Anställningsdatum'],
  ],
  groups: [
    ...['Gruppe', 'Gruppen', 'Gruppenzuordnung', 'Groupe', 'Groupes', 'Grupo', 'Grupos', 'Gruppo', 'Gruppi'],
    ...['Groep', 'Groepen', 'Grupa', 'Grupy', 'Grupp', 'Grupper'],
  ],
  temporaryPassword: [
    ...['Kennwort', 'Initialpasswort', 'Startpasswort', 'Mot de passe', 'Contraseña', 'Senha', 'Wachtwoord'],
    ...['Hasło', 'Lösenord', 'Adgangskode'],
  ],
};
