/** The fields of a form are the same at the desk and for a list that answers: they live in web/, where every audience sees them. */
export * from '../web/form.ts';
