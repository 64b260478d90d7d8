// The language and the colours of the page.
const root = document.documentElement;

function press(buttons, chosen) {
  for (const button of buttons) button.setAttribute("aria-pressed", String(button === chosen));
}

const languages = [...document.querySelectorAll("[data-set-language]")];

function setLanguage(language) {
  root.dataset.language = language;
  root.lang = language === "zh" ? "zh-Hans" : "en";
  document.title = language === "zh" ? root.dataset.titleZh : root.dataset.titleEn;
  press(languages, languages.find((button) => button.dataset.setLanguage === language));
}

for (const button of languages) button.addEventListener("click", () => setLanguage(button.dataset.setLanguage));

const themes = [...document.querySelectorAll("[data-set-theme]")];
const prefersDark = window.matchMedia("(prefers-color-scheme: dark)");

// As the system has it, until a reader chooses.
function showTheme() {
  const theme = root.dataset.theme || (prefersDark.matches ? "dark" : "light");
  press(themes, themes.find((button) => button.dataset.setTheme === theme));
}

for (const button of themes) {
  button.addEventListener("click", () => {
    root.dataset.theme = button.dataset.setTheme;
    showTheme();
  });
}
prefersDark.addEventListener("change", showTheme);
showTheme();
