// From a button or a form to a command.

/**
 * @param {HTMLElement} element a button or form with data-command
 * @param {HTMLElement | null} [submitter] the button that submitted the form
 * @returns {{type: string, subject: string, args: object}}
 */
export function commandOf(element, submitter = null) {
  const { command, subject = "", args } = element.dataset;
  const given = args ? JSON.parse(args) : {};
  const named = element.localName === "form" ? namedControls(element, submitter) : {};
  return { type: command, subject, args: { ...given, ...named } };
}

/** Values by name. Several boxes or fields of one name make a list, even when one or none is filled. */
function namedControls(form, submitter) {
  const values = {};
  for (const control of form.elements) {
    const { name, type } = control;
    if (!name || control.disabled || control.localName === "fieldset" || type === "file") continue;
    if (/^(submit|button|reset|image)$/.test(type)) {
      if (control === submitter) values[name] = control.value;
    } else if (type === "radio") {
      values[name] = control.checked ? control.value : (values[name] ?? "");
    } else if (isOneOfMany(form, control)) {
      (values[name] ??= []).push(...valuesOf(control));
    } else {
      values[name] = valuesOf(control)[0] ?? "";
    }
  }
  return values;
}

function isOneOfMany(form, { name, multiple, localName }) {
  if (localName === "select" && multiple) return true;
  const others = [...form.elements].filter((other) => other.name === name && !other.disabled && other.type !== "radio");
  return others.length > 1;
}

function valuesOf(control) {
  if (control.type === "checkbox") return control.checked ? [control.value] : [];
  if (control.localName === "select") return [...control.selectedOptions].map((option) => option.value);
  return [control.value];
}
