/**
 * Joins a form of ours to Tasklist. Tasklist keeps its buttons, the task and the permission to complete it; the form is
 * read, checked, posted and sent from here, so that every form behaves alike. What only some forms have is loaded with them.
 */
import { chooser, el, newId, sentences } from './dom.js';
import { Draft } from './draft.js';
import { faultOf, inputsOf, markRequired, nameEmptyChoices, showFault, textOf, typed } from './fields.js';
import { call, pause, Problem, sentenceOf } from './server.js';
import { draw } from './sheet.js';

/** Tasklist knows this sentence and stays silent about it. */
const PREVENTED = 'camForm submission prevented';
const PATIENCE = 60;
const ENGINE = '/camunda/api/engine/engine/default';

const PARTS = {
  lists: ['.ld-list', () => import('./list.js').then(({ List }) => (place, form) => new List(place, form))],
  rows: ['.ld-rows', () => import('./rows.js').then(({ Rows }) => place => new Rows(place))],
  uploads: ['.ld-upload', () => import('./upload.js').then(({ Upload }) => (place, form) => new Upload(place, form))],
  rosters: ['.ld-roster', () => import('./roster.js').then(({ Roster }) => (place, form) => new Roster(place, form))],
  papers: ['.ld-papers', () => import('./papers.js').then(({ Papers }) => (place, form) => new Papers(place, () => form.values(), () => form.changed()))],
  clocks: ['.ld-clock', () => import('./clock.js').then(({ ClaimClock }) => (place, form) => new ClaimClock(place, () => form.values(), () => form.load()))],
  posts: ['.ld-post', () => import('./post.js').then(({ Post }) => (place, form) => new Post(place, form.uploads, () => form.values()))],
  links: ['.ld-link', () => import('./link.js').then(({ Link }) => (place, form) => new Link(place, form))],
  downloads: ['.ld-download', () => import('./download.js').then(({ Download }) => (place, form) => new Download(place, form.form))]
};

export class Form {
  constructor(camForm, $scope) {
    this.camForm = camForm;
    this.$scope = $scope;
    this.form = camForm.formElement[0];
    this.sheet = null;
    this.reasons = [];
    Object.keys(PARTS).forEach(name => { this[name] = []; });
    this.form.classList.add('ld-form');
    this.form.noValidate = true;
    this.box = el('div', { class: 'ld-box', role: 'alert', tabindex: -1 });
    this.form.prepend(this.box);
    const { authentication } = $scope.$root;
    this.user = authentication ? authentication.name : '';

    // on a phone the task stands below the whole list
    const column = this.form.closest('.column-right');
    column && window.innerWidth < 768 && column.scrollIntoView();

    this.takeOver();
    this.form.addEventListener('input', () => this.changed());
    this.form.addEventListener('change', event => {
      this.forget(event.target);
      this.changed();
    });
    $scope.$on('$destroy', () => this.close());
    this.ready = this.build();
  }

  async build() {
    let makers;
    try {
      const found = Object.entries(PARTS).map(([name, [selector, load]]) => [name, [...this.form.querySelectorAll(selector)], load])
          .filter(([, places]) => places.length);
      makers = await Promise.all([this.asking(), pause(0), ...found.map(([, , load]) => load())]);
      found.forEach(([name, places], i) => { this[name] = places.map(place => makers[i + 2](place, this)); });
    } catch (unheard) {
      this.refuse('Formulir ini belum dimuat seluruhnya karena sambungan terputus. Periksa sambungan, lalu muat ulang halaman.', [],
          el('button', { type: 'button', class: 'btn btn-default', onclick: () => window.location.reload() }, 'Muat ulang'));
      throw new Problem('Formulir ini belum dimuat seluruhnya. Muat ulang halaman.', 0);
    }
    this.form.querySelectorAll(':not(.ld-file) > input[type=file]').forEach(input => chooser(input, true));
    this.draft = new Draft(this.form, this.user, this.place, [...this.uploads, ...this.papers, ...this.posts], this.lists);
    this.fate = makers[0];
    // Angular has written its empty model into the inputs in the digest that followed the form's script
    this.draft.propose();
    nameEmptyChoices(this.form);
    this.form.append(this.draft.state);
    this.form.classList.add('ld-ready');
    this.changed();
    await this.load();
    await this.reason();
    await this.draft.restore(parts => this.fate.supersedes(parts));
    this.changed();
  }

  /** Whom to ask how the task stands, or the case that a start form begins. */
  async asking() {
    return this.camForm.taskId ? new (await import('./standing.js')).Standing(this) : new (await import('./begin.js')).Beginning(this);
  }

  get place() {
    return this.camForm.taskId || `start:${this.process}`;
  }

  get process() {
    return String(this.camForm.processDefinitionId).split(':')[0];
  }

  /** Without the list the note is wanted as before. */
  async reason() {
    const notes = [...this.form.querySelectorAll('textarea[data-reasons]')].filter(note => !note.closest('.ld-post'));
    if (notes.length && this.sheet && (this.sheet.reasons || []).length) {
      const { Reasons } = await import('./reasons.js').catch(() => ({}));
      this.reasons = Reasons ? notes.map(note => new Reasons(note, this)) : [];
    }
  }

  close() {
    this.fate && this.fate.close();
    if (!this.$scope.$root.authentication) {        // the login page tells it (login.js)
      sessionStorage.setItem('ld-session-ended', '1');
    }
    this.draft && this.draft.close();
  }

  takeOver() {
    const { camForm, $scope } = this;
    // an earlier step's variable of the same name is no answer to this one, and our drafts are kept by us
    camForm.fetchVariables = done => done(null, {});
    camForm.applyVariables = () => {};
    camForm.restore = () => {};
    camForm.store = () => this.draft && this.draft.save();
    camForm.parseVariables = () => this.variables;
    camForm.submit = done => this.submit().then(
        answer => $scope.$applyAsync(() => done(null, answer)),
        error => $scope.$applyAsync(() => done(error)));
    // Angular's own checks would keep the button grey without saying why
    const controls = $scope[this.form.getAttribute('name')];
    controls && controls.$getControls().slice().forEach(control => controls.$removeControl(control));
    const unclaimed = el('p', { class: 'ld-unclaimed' },
        'Ambil tugas ini lebih dahulu (tombol “Ambil” di atas), lalu isi formulir.');
    $scope.$watch('options.disableForm', disabled => {
      this.form.querySelectorAll('fieldset').forEach(fieldset => { fieldset.disabled = Boolean(disabled); });
      disabled ? this.box.after(unclaimed) : unclaimed.remove();
    });
  }

  async load() {
    const place = this.form.querySelector('.ld-sheet');
    if (!this.camForm.taskId) {
      this.fate.draw(place);
      return;
    }
    place && !this.sheet && place.replaceChildren(el('p', { class: 'ld-quiet' }, 'Memuat lembar tugas …'));
    try {
      this.sheet = await call('GET', '/api/tasks/{task}/sheet', { values: { task: this.camForm.taskId } });
      place && draw(place, this.sheet);
      this.rows.forEach(rows => rows.draw(this.sheet));
      if (this.uploads.length && this.sheet.wanted.length) {
        (await import('./wanted.js')).arrange(this.uploads, this.sheet.wanted);
      }
      await Promise.all([...this.papers, ...this.clocks].map(part => part.load()));
    } catch (problem) {
      place && place.replaceChildren(el('div', { class: 'ld-error', role: 'alert' }, el('p', {}, problem.message),
          el('button', { type: 'button', class: 'btn btn-default', onclick: () => { this.ready = this.load(); } }, 'Muat lagi')));
    }
  }

  /** What `{…}` in an address of ours may name. */
  values() {
    const { caseId = '', where = '' } = this.sheet || {};
    const code = /\(([\w.-]+)\)\s*$/.exec(where || '');
    return { caseId, where: code ? code[1] : where, taskId: this.camForm.taskId || '' };
  }

  changed() {
    this.reasons.forEach(reasons => reasons.changed());
    markRequired(this.form);
    this.uploads.forEach(upload => upload.mark());
    this.downloads.forEach(download => download.mark());
    this.draft && this.draft.save();
  }

  /** A fault goes when its input is touched, or when another answer made the input optional. */
  forget(touched) {
    inputsOf(this.form).filter(input => input.getAttribute('aria-invalid') === 'true').forEach(input => {
      if (input === touched) {
        showFault(input, '');
      } else if (input.hasAttribute('data-required-when')) {
        showFault(input, faultOf(input, this.form));
      }
    });
  }

  async submit() {
    if (this.sending) {
      throw new Error(PREVENTED);         // pressed twice
    }
    this.sending = true;
    this.box.replaceChildren();
    try {
      await this.ready;
      const before = await this.fate.before();
      if (before) {
        this.draft.clear();
        return before;
      }
      this.check();
      this.posts.forEach(post => post.prepare());
      await this.keep();
      const posted = await this.post();
      this.camForm.taskId || await this.keep();         // with the id that was posted
      this.variables = this.collect(posted);
      const answer = await this.complete();
      this.draft.clear();
      this.fate.done();
      return answer;
    } catch (problem) {
      if (!(problem instanceof Problem)) {
        console.error(problem);
      }
      if (problem.status === 401) {
        this.logIn();
        throw new Error(PREVENTED);
      }
      const answer = await this.wasDone(problem);
      if (answer) {
        this.draft.clear();
        return answer;
      }
      throw new Error(PREVENTED);
    } finally {
      this.sending = false;
    }
  }

  /** To Tasklist's login page and back: the draft has what was typed. */
  logIn() {
    const root = this.$scope.$root;
    root.authentication = null;         // or the login page would send him away as one who is logged in
    root.$broadcast('authentication.changed', null);
    root.$broadcast('authentication.login.required');
  }

  /** The draft first: it shows whether the session lives and the task is there, before anything is decided. */
  async keep() {
    try {
      await this.draft.flush();
    } catch (problem) {
      if ([401, 404, 409].includes(problem.status) || !this.camForm.taskId && problem.unknown) {
        throw problem;          // a case is not begun before its key is kept
      }
    }
  }

  /** After a failure: the answer if it was done nevertheless. Says what is to be said. */
  async wasDone(problem) {
    try {
      if (!this.fate) {
        throw problem;          // the form was not loaded
      }
      return await this.fate.after(problem);
    } catch (said) {
      this.refuse(sentenceOf(said.message), said.left);
      return null;
    }
  }

  check() {
    const faulty = inputsOf(this.form).filter(input => {
      const fault = input.disabled ? '' : faultOf(input, this.form);
      showFault(input, fault);
      return fault;
    });
    const missingParts = this.posts.flatMap(post => post.files).filter(input => {
      const missing = input.required && !input.files[0];
      showFault(input, missing ? 'Wajib diunggah.' : '');
      return missing;
    });
    const unready = [...this.papers, ...this.uploads, ...this.rosters].map(widget => widget.check()).filter(Boolean);
    const first = [...faulty, ...missingParts, ...unready][0];
    if (first) {
      setTimeout(() => first.focus());
      throw new Problem('Periksa kembali isian yang ditandai.', 0);
    }
  }

  async post() {
    const posted = new Map();
    for (const papers of this.papers) {
      await papers.send();
    }
    for (const post of this.posts) {
      try {
        const id = await post.send();
        post.variable && posted.set(post.variable, id);
        if (!this.camForm.taskId) {
          this.camForm.businessKey = id;
        }
      } catch (problem) {
        const { first, left } = problem instanceof Problem ? post.show(problem) : { left: [] };
        first && setTimeout(() => first.focus());
        throw Object.assign(problem, { left });
      }
    }
    return posted;
  }

  /** Every declared variable, null where nothing was entered; what is not declared is left to the server to refuse. */
  collect(posted) {
    const variables = {};
    const set = (name, type, value) => { variables[name] = { type, value }; };
    ((this.sheet && this.sheet.fields) || []).forEach(field => set(field.name, field.type, null));
    inputsOf(this.form).filter(input => input.hasAttribute('cam-variable-name')).forEach(input => {
      const type = input.getAttribute('cam-variable-type') || 'String';
      const text = textOf(input);
      set(nameOfVariable(input), type, typed(input.ldText ? input.ldText(text) : text, type));
    });
    this.uploads.filter(upload => upload.variable).forEach(upload => set(upload.variable, 'String', upload.ids.join(',') || null));
    this.rosters.filter(roster => roster.variable).forEach(roster => set(roster.variable, 'String', roster.id));
    posted.forEach((id, name) => set(name, 'String', id));
    return variables;
  }

  /** Sent by us and not by the engine's client, which falls silent when the line breaks under its answer. */
  async complete() {
    const { taskId, processDefinitionId, businessKey } = this.camForm;
    this.fate.tried = businessKey;
    try {
      return await call('POST', `${ENGINE}/${taskId ? 'task' : 'process-definition'}/{id}/submit-form`, { patience: PATIENCE,
        values: { id: taskId || processDefinitionId }, headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ variables: this.variables, ...businessKey && { businessKey } }) });
    } catch (problem) {
      throw Object.assign(problem, { atCompletion: true });
    }
  }

  refuse(sentence, left = [], ...more) {
    const id = newId();
    this.box.replaceChildren(el('div', { class: 'ld-error', 'aria-labelledby': id }, el('p', { id }, sentence),
        sentences(left || []), more));
    this.box.scrollIntoView({ block: 'nearest' });
  }
}

const nameOfVariable = input => input.getAttribute('cam-variable-name');
