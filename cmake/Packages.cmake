# SPDX-License-Identifier: GPL-3.0-or-later
# What is installed where, and the two Debian packages: `deskbell` (the app) and `deskbell-server`.

install(TARGETS deskbell RUNTIME DESTINATION bin COMPONENT client)
install(FILES packaging/linux/deskbell.desktop DESTINATION share/applications COMPONENT client)
install(FILES resources/app/deskbell.svg DESTINATION share/icons/hicolor/scalable/apps
        COMPONENT client)

install(TARGETS deskbelld RUNTIME DESTINATION bin COMPONENT server)
install(FILES packaging/systemd/deskbelld.service DESTINATION lib/systemd/system COMPONENT server)
install(FILES packaging/systemd/deskbell.sysusers DESTINATION lib/sysusers.d RENAME deskbell.conf
        COMPONENT server)
install(FILES README.md DESTINATION share/doc/deskbell-server COMPONENT server)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_VENDOR Deskbell)
set(CPACK_PACKAGE_CONTACT "Deskbell maintainers <maintainers@deskbell.invalid>")
set(CPACK_PACKAGE_DIRECTORY "${CMAKE_BINARY_DIR}/packages")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL client server)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
# Finds libraries; plugins and what is loaded by name it cannot see and must be named below.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)

set(CPACK_DEBIAN_CLIENT_PACKAGE_NAME deskbell)
set(CPACK_DEBIAN_CLIENT_PACKAGE_SECTION net)
set(CPACK_COMPONENT_CLIENT_DESCRIPTION "Deskbell help desk, the desktop application")
set(CPACK_DEBIAN_CLIENT_PACKAGE_DEPENDS
    "libqt6sql6-sqlite, libqt6svg6, libsecret-1-0, qt6-translations-l10n, ca-certificates, tzdata")
set(CPACK_DEBIAN_CLIENT_PACKAGE_RECOMMENDS "gnome-keyring | kwalletmanager, qt6-wayland")

set(CPACK_DEBIAN_SERVER_PACKAGE_NAME deskbell-server)
set(CPACK_DEBIAN_SERVER_PACKAGE_SECTION net)
set(CPACK_COMPONENT_SERVER_DESCRIPTION "Deskbell help desk, the server")
set(CPACK_DEBIAN_SERVER_PACKAGE_DEPENDS "systemd, libqt6sql6-psql, ca-certificates, tzdata")
# Not needed with a PostgreSQL elsewhere.
set(CPACK_DEBIAN_SERVER_PACKAGE_RECOMMENDS postgresql-15)
set(CPACK_DEBIAN_SERVER_PACKAGE_CONTROL_EXTRA
    "${CMAKE_CURRENT_SOURCE_DIR}/packaging/debian/server/postinst"
    "${CMAKE_CURRENT_SOURCE_DIR}/packaging/debian/server/prerm")

include(CPack)
