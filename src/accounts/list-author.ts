/**
 * Who wrote what a list sent by its personal link: nobody of the desk, a person of the database all the same (see ../outreach). The
 * account is closed for ever, and a trigger holds it (migration 0023). `.invalid` never receives mail (RFC 2606).
 */
export const listAuthorEmail = 'lien-personnel@parole-tenue.invalid';
