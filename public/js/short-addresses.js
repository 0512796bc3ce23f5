// A form that only reads leaves its empty fields out of the address, so that what is shared stays short. Without this, all works.
document.addEventListener('formdata', ({ target, formData }) => {
  if (target.method !== 'get') return;
  for (const [name, value] of [...formData]) if (value === '') formData.delete(name);
});
