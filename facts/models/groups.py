"""The groups under which a person at the company would look for a section."""

from typing import Final

from ..bilingual import Bilingual

COMPANY: Final = Bilingual("公司与许可证", "Company and licences")
SERVICES: Final = Bilingual("业务与标明", "Services and displays")
RESOURCES: Final = Bilingual("网络设施与电信资源", "Network facilities and telecommunications resources")
USERS: Final = Bilingual("用户管理", "Users")
SUPERVISION: Final = Bilingual("监督检查", "Supervision")
CONTENT: Final = Bilingual("日志与违法信息", "Logs and illegal information")
CHANGES: Final = Bilingual("变更与年报", "Changes and annual reports")
ASSESSMENT: Final = Bilingual("新技术新业务安全评估", "Assessment of new technologies and services")
STATEMENTS: Final = Bilingual("关于本文件", "About this document")
DERIVED: Final = Bilingual("推导所得", "Derived")
