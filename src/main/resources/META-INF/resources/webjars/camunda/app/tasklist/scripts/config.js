export default {
  app: {
    name: 'Tugas',
    vendor: 'Lindung Desa'
  },
  dateFormat: {
    normal: 'LLL',
    long: 'LLLL'
  },
  locales: {
    availableLocales: ['id'],
    fallbackLocale: 'id'
  },
  customScripts: ['scripts/lindung-desa/tasklist', 'scripts/lindung-desa/bulk', 'scripts/lindung-desa/mail'],
  disableWelcomeMessage: true,
  shortcuts: {
    claimTask: {
      key: 'ctrl+alt+c',
      description: 'mengambil tugas yang sedang dibuka'
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: 'berpindah ke saringan pertama'
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: 'berpindah ke tugas pertama dalam daftar'
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: 'berpindah ke isian pertama formulir'
    },
    startProcess: {
      key: 'ctrl+alt+p',
      description: 'membuka daftar proses yang dapat dimulai'
    }
  }
};
