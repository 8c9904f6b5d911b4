/** Whom the start page sent here to log in goes back to it; who came for his profile stays. */
const CAME_FROM_START = 'ld-start';

export default {
  id: 'ld-start',
  pluginPoint: 'welcome.dashboard',
  priority: 1000,
  render: () => {          // drawn once somebody is logged in
    if (sessionStorage.getItem(CAME_FROM_START)) {
      sessionStorage.removeItem(CAME_FROM_START);
      const root = document.querySelector('base').getAttribute('app-root') || '';
      window.location.replace(`${root.replace(/\/camunda$/, '')}/`);
    }
  }
};
