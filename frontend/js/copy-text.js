// A button with data-copies="ID" copies what stands in the field with that id as it is on the screen, and says in the
// element with the id in data-says whether it did.

async function copied(field) {
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    // No clipboard without https, or not allowed: select the text and try as browsers used to.
    const area = field.querySelector('textarea') ?? field;
    area.focus();
    area.select();
    return document.execCommand('copy');
  }
}

document.addEventListener('click', async (event) => {
  const button = event.composedPath().find((at) => at instanceof HTMLElement && at.dataset.copies);
  const field = button && document.getElementById(button.dataset.copies);
  if (!field) {
    return;
  }
  const done = await copied(field);
  document.getElementById(button.dataset.says).textContent = done
    ? 'Copied.'
    : 'The browser does not let this page copy. The text is selected: copy it with Ctrl+C or ⌘C.';
});
