const form = document.querySelector("#equalizer");

function answer({ pay, pay_growth, inflation, years, idle_hours, hourly_net }) {
  const each = Array.from({ length: years + 1 }, (_, year) => year);
  const path = each.map((year) => [year, pay * (1 + inflation / 100) ** year, pay * (1 + pay_growth / 100) ** year]);
  const [, needed, expected] = path.at(-1);
  const gap = Math.max(0, needed - expected);
  const power = (expected * pay) / needed;
  const month = (idle_hours * hourly_net * 52) / 12;
  const figures = {
    pay_needed: needed,
    pay_expected: expected,
    gap,
    gap_month: gap / 12,
    buying_power: power,
    lost_power: Math.max(0, pay - power),
    leverage_month: month,
    leverage_year: month * 12,
    months_to_close: gap / month,
    hours_to_close: gap / 52 / hourly_net,
  };
  return { figures, path };
}

function show() {
  const typed = [...new FormData(form)].map(([name, text]) => [name, Number(text.replace(",", ""))]);
  const { figures, path } = answer(Object.fromEntries(typed));
  const item = ([name, value]) => `<li>${name} <data data-figure="${name}" value="${value.toFixed(2)}">${value.toFixed(2)}</data></li>`;
  const row = ([year, ...pay]) => `<tr><td>${year}${pay.map((amount) => `<td>${amount.toFixed(2)}`).join("")}</tr>`;
  const items = Object.entries(figures).map(item).join("");
  document.querySelector("#outcome").innerHTML = `<ul>${items}</ul><table>${path.map(row).join("")}</table>`;
  performance.mark("gig:outcome");
}

form.addEventListener("input", show);
show();
