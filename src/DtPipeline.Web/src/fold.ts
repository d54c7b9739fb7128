/** Letters without marks and capitals, so that `dak lak` finds Đắk Lắk. */
export const fold = (text: string): string => text.normalize('NFD').replace(/\p{Mn}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
