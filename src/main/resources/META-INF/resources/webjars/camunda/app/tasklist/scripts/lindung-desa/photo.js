/** What is done with a picture before it is sent: a photo of a phone made smaller, a small one to look at. */
const LARGE = 2 * 1024 * 1024;
const EDGE = 2200;          // of a page of A4 some 190 dots an inch: small print stays readable
const THUMB = 96;

/** A photo over 2 MB as a smaller JPEG; everything else, and a photo that would not get smaller, as it is. */
export async function smaller(file) {
  if (file.size <= LARGE) {
    return file;
  }
  try {
    const blob = await drawn(file, EDGE, canvas => new Promise(done => canvas.toBlob(done, 'image/jpeg', 0.82)));
    return blob && blob.size < file.size ? new File([blob], file.name.replace(/\.\w+$/, '') + '.jpg', { type: 'image/jpeg' }) : file;
  } catch (notAPicture) {
    return file;
  }
}

/** A small picture of a picture, or nothing. The page's policy wants its bytes in the address. */
export async function thumbnail(file) {
  try {
    const picture = document.createElement('img');
    picture.src = await drawn(file, THUMB, canvas => canvas.toDataURL('image/jpeg', 0.7));
    picture.alt = `Pratinjau ${file.name}`;
    picture.className = 'ld-thumb';
    return picture;
  } catch (notAPicture) {
    return null;
  }
}

async function drawn(file, edge, take) {
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
  const scale = Math.min(1, edge / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  const pen = canvas.getContext('2d');
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  return take(canvas);
}
