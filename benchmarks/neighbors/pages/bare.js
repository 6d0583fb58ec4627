const form = document.querySelector("#equalizer");
const worker = new Worker("worker.js", { type: "module" });
const send = () => worker.postMessage(JSON.stringify(Object.fromEntries(new FormData(form))));
worker.onmessage = ({ data }) => {
  document.querySelector("#outcome").innerHTML = data;
  performance.mark("gig:outcome");
};
form.addEventListener("input", send);
send();
