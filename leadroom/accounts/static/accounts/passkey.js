/* SPDX-FileCopyrightText: 2026 The Leadroom contributors */
/* SPDX-License-Identifier: EUPL-1.2 */

// Forms marked data-passkey ask the device before they are sent: create, get, or sign-in
// (which first fetches what to ask from the form's own address).

const ask = {
  create: (options) => {
    const { publicKey } = options;
    publicKey.authenticatorSelection = {
      ...publicKey.authenticatorSelection,
      residentKey: "required",
      requireResidentKey: true,
      userVerification: "required",
    };
    return window.webauthnJSON.create(options);
  },
  get: (options) => window.webauthnJSON.get(options),
};

async function optionsFor(form) {
  if (form.dataset.passkey === "sign-in") {
    const answer = await fetch(form.action, { headers: { Accept: "application/json" } });
    if (!answer.ok) throw new Error(`${answer.status}`);
    return (await answer.json()).request_options;
  }
  const options = JSON.parse(document.getElementById("passkey-options").textContent);
  return options.creation_options ?? options.request_options;
}

async function sendWithPasskey(form) {
  const problem = form.querySelector("[data-passkey-problem]");
  problem.textContent = "";
  try {
    const credential = await ask[form.dataset.passkey === "create" ? "create" : "get"](await optionsFor(form));
    form.elements.credential.value = JSON.stringify(credential);
    form.submit();
  } catch {
    problem.textContent = problem.dataset.passkeyProblem;
  }
}

for (const form of document.querySelectorAll("form[data-passkey]")) {
  form.addEventListener("submit", (event) => {
    if (event.submitter?.hasAttribute("formaction")) return;
    event.preventDefault();
    sendWithPasskey(form);
  });
}
