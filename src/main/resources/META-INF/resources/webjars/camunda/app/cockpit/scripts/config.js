export default {
  app: {
    name: 'Cockpit',
    vendor: 'Lindung Desa'
  },
  locales: {
    availableLocales: ['id', 'en'],
    fallbackLocale: 'id'
  },
  customScripts: ['scripts/lindung-desa/board'],
  requireJsConfig: {
    deps: ['scripts/lindung-desa/cockpit'],
    ngDeps: ['lindungDesa.cockpit']
  },
  disableWelcomeMessage: true
};
