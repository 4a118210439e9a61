/* Moves the today line of each timeline to the day on which the page is viewed. */
(() => {
  const now = new Date();
  const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
  const date = new Date(today).toISOString().slice(0, 10);
  for (const chart of document.querySelectorAll("[data-plan-origin]")) {
    const day = (today - Date.parse(chart.dataset.planOrigin)) / 864e5 + 0.5;
    const x = (100 * day) / chart.dataset.planDays;
    const label = chart.parentNode.querySelector("[data-plan-today]");
    if (!label || label.textContent.includes(date) || x < 0 || x > 100) continue;
    for (const line of chart.querySelectorAll(".plan-today"))
      for (const end of ["x1", "x2"]) line.setAttribute(end, x + "%");
    if (label.dataset.planToday) label.prepend(label.dataset.planToday + " · ");
    label.dataset.planToday = "";
  }
})();
