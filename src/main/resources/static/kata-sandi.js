'use strict';

const form = document.querySelector('form');
const answer = document.getElementById('answer');

function say(text, kind) {
  answer.textContent = text;
  answer.className = kind;
}

form.addEventListener('submit', async event => {
  event.preventDefault();
  if (form.next.value !== form.again.value) {
    say('Kedua kata sandi baru tidak sama.', 'fault');
    return;
  }
  try {
    const reply = await fetch('kata-sandi', {
      method: 'PUT',
      headers: {'Content-Type': 'application/json'},
      body: JSON.stringify({user: form.user.value, code: form.code.value, next: form.next.value})
    });
    if (reply.ok) {
      form.reset();
      say('Kata sandi baru berlaku. Silakan masuk.', 'done');
    } else {
      say((await reply.json()).detail, 'fault');
    }
  } catch (e) {
    say('Sambungan terputus. Coba lagi; tidak ada yang hilang.', 'fault');
  }
});
