/**
 * Joins a form of ours to Tasklist. Tasklist keeps its buttons, the task and the permission to complete it; the form is
 * read, checked, posted and sent from here, so that every form behaves alike.
 */
import { ClaimClock } from './clock.js';
import { el, newId } from './dom.js';
import { Draft } from './draft.js';
import { faultOf, inputsOf, markRequired, nameEmptyChoices, showFault, textOf, typed } from './fields.js';
import { Link } from './link.js';
import { Papers } from './papers.js';
import { Post, sentences } from './post.js';
import { Roster } from './roster.js';
import { Rows } from './rows.js';
import { call, Problem, sentenceOf } from './server.js';
import { draw } from './sheet.js';
import { Upload } from './upload.js';

/** Tasklist knows this sentence and stays silent about it. */
const PREVENTED = 'camForm submission prevented';

export class Form {
  constructor(camForm, $scope) {
    this.camForm = camForm;
    this.$scope = $scope;
    this.form = camForm.formElement[0];
    this.sheet = null;
    this.form.classList.add('ld-form');
    this.form.noValidate = true;
    this.box = el('div', { class: 'ld-box', role: 'alert', tabindex: -1 });
    this.form.prepend(this.box);

    const changed = () => this.changed();
    const values = () => this.values();
    const parts = (selector, make) => [...this.form.querySelectorAll(selector)].map(make);
    this.rows = parts('.ld-rows', place => new Rows(place));
    this.uploads = parts('.ld-upload', place => new Upload(place, this.form, changed));
    this.rosters = parts('.ld-roster', place => new Roster(place, values, () => this.load()));
    this.papers = parts('.ld-papers', place => new Papers(place, values, changed));
    this.clocks = parts('.ld-clock', place => new ClaimClock(place, values, () => this.load()));
    parts('.ld-link', place => new Link(place, values));
    this.posts = parts('.ld-post', place => new Post(place, this.uploads, values));
    const user = $scope.$root.authentication ? $scope.$root.authentication.name : '';
    this.draft = new Draft(this.form, user, camForm.taskId || camForm.processDefinitionId);

    // on a phone the task stands below the whole list
    const column = this.form.closest('.column-right');
    column && window.innerWidth < 768 && column.scrollIntoView();

    this.takeOver();
    this.form.addEventListener('input', changed);
    this.form.addEventListener('change', event => {
      this.forget(event.target);
      changed();
    });
    this.ready = this.load();
    // Angular writes its empty model into the inputs in the digest that follows this script
    setTimeout(() => {
      this.draft.restore(this.uploads);
      nameEmptyChoices(this.form);
      this.restored = true;
      this.changed();
    });
  }

  takeOver() {
    const { camForm, $scope } = this;
    // an earlier step's variable of the same name is no answer to this one, and our drafts are kept by us
    camForm.fetchVariables = done => done(null, {});
    camForm.applyVariables = () => {};
    camForm.restore = () => {};
    camForm.store = () => this.draft.save(this.uploads);
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
      return;
    }
    place && !this.sheet && place.replaceChildren(el('p', { class: 'ld-quiet' }, 'Memuat lembar tugas …'));
    try {
      this.sheet = await call('GET', '/api/tasks/{task}/sheet', { values: { task: this.camForm.taskId } });
      place && draw(place, this.sheet);
      this.rows.forEach(rows => rows.draw(this.sheet));
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
    markRequired(this.form);
    this.uploads.forEach(upload => upload.mark());
    this.restored && this.draft.save(this.uploads);
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
    this.box.replaceChildren();
    try {
      await this.ready;
      this.check();
      const posted = await this.post();
      this.variables = this.collect(posted);
      const answer = await this.complete();
      this.draft.clear();
      return answer;
    } catch (problem) {
      if (!(problem instanceof Problem)) {
        console.error(problem);
      }
      this.refuse(sentenceOf(problem.message), problem.left);
      // Tasklist itself tells that a task is gone or somebody else's by now
      throw /task is null|suspended/i.test(problem.message) ? problem : new Error(PREVENTED);
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
      set(nameOfVariable(input), type, typed(textOf(input), type));
    });
    this.uploads.filter(upload => upload.variable).forEach(upload => set(upload.variable, 'String', upload.ids.join(',') || null));
    this.rosters.filter(roster => roster.variable).forEach(roster => set(roster.variable, 'String', roster.id));
    posted.forEach((id, name) => set(name, 'String', id));
    return variables;
  }

  complete() {
    return new Promise((resolve, reject) => this.camForm.submitVariables((error, answer) =>
        error ? reject(new Problem(error.message, error.status)) : resolve(answer)));
  }

  refuse(sentence, left = []) {
    const id = newId();
    this.box.replaceChildren(el('div', { class: 'ld-error', 'aria-labelledby': id }, el('p', { id }, sentence),
        sentences(left || [])));
    this.box.scrollIntoView({ block: 'nearest' });
  }
}

const nameOfVariable = input => input.getAttribute('cam-variable-name');
