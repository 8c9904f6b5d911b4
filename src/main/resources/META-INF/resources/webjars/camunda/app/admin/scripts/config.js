export default {
  app: {
    name: 'Admin',
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
