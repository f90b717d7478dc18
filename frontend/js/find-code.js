// A field with data-finds="ID" shows those lines of the list with that id whose data-code holds what is typed, in any
// case, with or without hyphens, and says in the element with the id in data-says how many. Nothing is sent anywhere.

function plain(code) {
  return code.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
}

document.addEventListener('input', (event) => {
  const field = event.composedPath()[0];
  const list = field instanceof HTMLInputElement && field.dataset.finds && document.getElementById(field.dataset.finds);
  if (!list) {
    return;
  }
  const wanted = plain(field.value);
  let found = 0;
  for (const line of list.children) {
    line.hidden = !plain(line.dataset.code).includes(wanted);
    found += line.hidden ? 0 : 1;
  }
  const says = document.getElementById(field.dataset.says);
  if (wanted === '') {
    says.textContent = '';
  } else if (found === 0) {
    says.textContent = 'No ballot has this code.';
  } else {
    says.textContent = found === 1 ? 'One ballot has it.' : `${found} ballots begin or go on like this.`;
  }
});
