from PySide6.QtCore import QSettings

from desktop_app.services.settings import Settings, SettingsStore


def store_at(path):
    return SettingsStore(QSettings(str(path), QSettings.Format.IniFormat))


def test_what_was_saved_is_loaded_again(tmp_path):
    settings = Settings(scheme="dark", language="de", last_folder="/shop", window_geometry="01d9")

    store_at(tmp_path / "settings.ini").save(settings)

    assert store_at(tmp_path / "settings.ini").load() == settings


def test_damaged_settings_fall_back_to_defaults(tmp_path):
    path = tmp_path / "settings.ini"
    path.write_text("[General]\nscheme=neon\n\x00\x01%%%=@\n", encoding="utf-8")

    assert store_at(path).load() == Settings()
