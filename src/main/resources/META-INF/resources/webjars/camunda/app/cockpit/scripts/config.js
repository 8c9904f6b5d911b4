export default {
  app: {
    name: 'Cockpit',
    vendor: 'Lindung Desa'
  },
  dateFormat: {
    normal: 'LLL',
    long: 'LLLL'
  },
  locales: {
    availableLocales: ['id', 'en'],
    fallbackLocale: 'id'
  },
  disableWelcomeMessage: true
};
