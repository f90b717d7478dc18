// The key "/" leads to the search box, unless somebody is typing.

function isTyping(event) {
  const at = event.composedPath()[0];
  return at instanceof HTMLElement
    && (at.isContentEditable || at.matches('input, textarea, select, [role="textbox"], [role="combobox"]'));
}

document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event)) {
    return;
  }
  const box = [...document.querySelectorAll('.q-search input')].find((field) => field.checkVisibility());
  if (box) {
    event.preventDefault();
    box.focus();
  }
});
