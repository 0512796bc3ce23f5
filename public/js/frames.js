/* On the page that holds a frame of Parole tenue: gives it the height it tells. A message counts only when it comes from that very frame. */
addEventListener('message', ({ data, source }) => {
  if (data?.paroleTenue !== 'height' || !Number.isFinite(data.height)) return;
  for (const frame of document.querySelectorAll('iframe[data-parole-tenue]')) {
    if (frame.contentWindow === source) frame.style.height = `${Math.min(Math.max(data.height, 80), 20000)}px`;
  }
});
