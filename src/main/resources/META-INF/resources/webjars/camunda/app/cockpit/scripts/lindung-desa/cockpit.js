/**
 * Cockpit's dates in the reader's language, and Indonesian for the few words that its pages carry outside the locale
 * file. Loaded by RequireJS before Cockpit starts (see `requireJsConfig` in `config.js`).
 */
define(['angular', 'moment'], function (angular, moment) {
  const WORDS = {
    'null': 'kosong',
    'Actions': 'Tindakan',
    'Toggle this section': 'Buka atau tutup bagian ini',
    'Select all': 'Pilih semua',
    'zoom in': 'Perbesar',
    'zoom out': 'Perkecil',
    'reset zoom': 'Ukuran semula'
  };
  const INCIDENT = 'getIncidentType(incident)';

  /** Looks at a template before Cockpit compiles it. */
  function reworded($translate) {
    return {
      restrict: 'C',
      priority: 1000,
      compile(element, attributes) {
        if ($translate.preferredLanguage() !== 'id') {
          return;
        }
        const text = element.text().trim();
        if (text in WORDS) {
          element.text(WORDS[text]);
        } else if (text.includes(INCIDENT)) {
          element.text(`{{ incident.incidentType === 'failedJob'
            ? ('PLGN_SEAR_FAILED_JOB' | translate) : ${INCIDENT} }}`);
        }
        if (attributes.uibTooltip in WORDS) {
          attributes.$set('uibTooltip', WORDS[attributes.uibTooltip]);
        }
        element[0].querySelectorAll('[title]').forEach(child => {
          child.title = WORDS[child.title] || child.title;
        });
      }
    };
  }

  const module = angular.module('lindungDesa.cockpit', [])
    .config(['camDateFormatProvider', formats => formats.setDateFormat('lll', 'normal')])
    .run(['$locale', '$rootScope', '$translate', ($locale, $rootScope, $translate) => {
      const language = $translate.preferredLanguage();
      // Cockpit also loads the fallback language, and would write dates in whichever came last
      $rootScope.$on('$translateLoadingEnd', () => moment.locale(language));
      document.documentElement.lang = language;
      const names = (style, count) => [...Array(count).keys()]
        .map(i => new Date(2023, 0, 1 + (count === 7 ? i : 31 * i)).toLocaleDateString(language, style));   // from a Sunday
      Object.assign($locale.DATETIME_FORMATS, {
        DAY: names({ weekday: 'long' }, 7),
        SHORTDAY: names({ weekday: 'short' }, 7),
        MONTH: names({ month: 'long' }, 12),
        STANDALONEMONTH: names({ month: 'long' }, 12),
        SHORTMONTH: names({ month: 'short' }, 12)
      });
    }]);
  ['nullValue', 'actions', 'type', 'sectionToggle', 'navigation', 'rowSelect']
    .forEach(name => module.directive(name, ['$translate', reworded]));
});
