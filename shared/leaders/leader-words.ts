import type { Reason } from '../matching/answer.ts';

/** Why somebody may be meant, in a few words. */
export const REASON_WORDS: Readonly<Record<Reason, string>> = {
  email: 'their address',
  id: 'their ID',
  emailInside: 'address inside the cell',
  idInside: 'ID inside the cell',
  idForm: 'ID in another form',
  idZeros: 'ID with its zeros',
  name: 'same name',
  nameParts: 'part of the name',
  nickname: 'short form of the name',
  initials: 'initials',
  login: 'address at another place',
  nearEmail: 'similar address',
  nearName: 'similar name',
};
