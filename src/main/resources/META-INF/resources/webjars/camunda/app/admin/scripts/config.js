export default {
  app: {
    name: 'Admin',
    vendor: 'Lindung Desa'
  },
  locales: {
    availableLocales: ['id', 'en'],
    fallbackLocale: 'id'
  },
  disableWelcomeMessage: true
};
