/* Moves today's line of each timeline to the day on which the page is read. */
(() => {
  const now = new Date();
  const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
  const date = new Date(today).toISOString().slice(0, 10);
  for (const chart of document.querySelectorAll("[data-plan-origin]")) {
    const day = (today - Date.parse(chart.dataset.planOrigin)) / 864e5 + 0.5;
    const x = (100 * day) / chart.dataset.planDays;
    const said = chart.parentNode.querySelector("[data-plan-today]");
    if (!said || said.textContent.includes(date) || x < 0 || x > 100) continue;
    for (const line of chart.querySelectorAll(".plan-today"))
      for (const end of ["x1", "x2"]) line.setAttribute(end, x + "%");
    if (said.dataset.planToday) said.prepend(said.dataset.planToday + " · ");
    said.dataset.planToday = "";
  }
})();
